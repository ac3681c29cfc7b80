// Opens a stranger's video in its place, once the reader has read whose it is and pressed. Without this script the
// button leads there.

document.addEventListener("click", (event) => {
  const door = event.target.closest("[data-outside-open]")?.closest("[data-outside]");
  if (!door) return;
  event.preventDefault();
  const video = "outsideFilm" in door.dataset ? film(door.dataset) : frame(door.dataset);
  door.replaceChildren(video);
  video.focus();
});

function frame({ outside, outsideTitle }) {
  const made = document.createElement("iframe");
  made.title = outsideTitle;
  made.allow = "autoplay; fullscreen; picture-in-picture; encrypted-media";
  made.allowFullscreen = true;
  made.referrerPolicy = "strict-origin-when-cross-origin"; // the players refuse pages that do not say who they are
  made.sandbox = "allow-scripts allow-same-origin allow-presentation allow-popups";
  made.src = outside;
  return made;
}

function film({ outside, outsideTitle, outsideCaptions, outsideLanguage }) {
  const made = document.createElement("video");
  Object.assign(made, { controls: true, autoplay: true, src: outside, tabIndex: 0 });
  made.setAttribute("aria-label", outsideTitle);
  const captions = document.createElement("track");
  Object.assign(captions, { kind: "captions", src: outsideCaptions, srclang: outsideLanguage, default: true });
  made.append(captions);
  return made;
}
