// How each language of the lessons says what is written short. Another language is another entry here;
// docs/add-a-language.md tells how. What is not listed is read as it is written.

const nothing = { picture: "{text}", button: "{text}", choose: "{text}", until: "–", times: "×", short: {}, units: {} };

const LANGUAGES = {
  es: {
    picture: "Dibujo: {text}",
    button: "Botón: {text}",
    choose: "Para elegir: {text}",
    until: "a",
    times: "por",
    short: {
      "p. ej.": "por ejemplo", "Sr.": "señor", "Sra.": "señora", "Srta.": "señorita", "Dr.": "doctor", "Dra.": "doctora",
      "Ud.": "usted", "Uds.": "ustedes", "n.º": "número", "N.º": "número", "aprox.": "aproximadamente",
      "máx.": "máximo", "mín.": "mínimo", "tel.": "teléfono", "Tel.": "teléfono", "pág.": "página", "EE. UU.": "Estados Unidos",
    },
    units: {
      mg: ["miligramo", "miligramos"], g: ["gramo", "gramos"], kg: ["kilo", "kilos"], ml: ["mililitro", "mililitros"],
      l: ["litro", "litros"], cm: ["centímetro", "centímetros"], mm: ["milímetro", "milímetros"], m: ["metro", "metros"],
      h: ["hora", "horas"], min: ["minuto", "minutos"], s: ["segundo", "segundos"], "°C": ["grado", "grados"],
      "ºC": ["grado", "grados"], mmHg: ["milímetro de mercurio", "milímetros de mercurio"], UI: ["unidad", "unidades"],
      MB: ["megabyte", "megabytes"], kB: ["kilobyte", "kilobytes"],
    },
  },
  pt: {
    picture: "Desenho: {text}",
    button: "Botão: {text}",
    choose: "Para escolher: {text}",
    until: "a",
    times: "vezes",
    short: {
      "p. ex.": "por exemplo", "Sr.": "senhor", "Sra.": "senhora", "Dr.": "doutor", "Dra.": "doutora", "n.º": "número",
      "N.º": "número", "aprox.": "aproximadamente", "máx.": "máximo", "mín.": "mínimo", "tel.": "telefone",
      "Tel.": "telefone", "pág.": "página",
    },
    units: {
      mg: ["miligrama", "miligramas"], g: ["grama", "gramas"], kg: ["quilo", "quilos"], ml: ["mililitro", "mililitros"],
      l: ["litro", "litros"], cm: ["centímetro", "centímetros"], mm: ["milímetro", "milímetros"], m: ["metro", "metros"],
      h: ["hora", "horas"], min: ["minuto", "minutos"], s: ["segundo", "segundos"], "°C": ["grau", "graus"],
      "ºC": ["grau", "graus"], mmHg: ["milímetro de mercúrio", "milímetros de mercúrio"], UI: ["unidade", "unidades"],
      MB: ["megabyte", "megabytes"], kB: ["kilobyte", "kilobytes"],
    },
  },
  en: {
    picture: "Picture: {text}",
    button: "Button: {text}",
    choose: "To choose from: {text}",
    until: "to",
    times: "times",
    short: {
      "e.g.": "for example", "i.e.": "that is", "Mr.": "Mister", "Mrs.": "Missus", "Ms.": "Miz", "Dr.": "Doctor",
      "no.": "number", "No.": "Number", "approx.": "approximately", "max.": "maximum", "min.": "minimum", "tel.": "telephone",
    },
    units: {
      mg: ["milligram", "milligrams"], g: ["gram", "grams"], kg: ["kilo", "kilos"], ml: ["millilitre", "millilitres"],
      l: ["litre", "litres"], cm: ["centimetre", "centimetres"], mm: ["millimetre", "millimetres"], m: ["metre", "metres"],
      h: ["hour", "hours"], min: ["minute", "minutes"], s: ["second", "seconds"], "°C": ["degree", "degrees"],
      "ºC": ["degree", "degrees"], mmHg: ["millimetre of mercury", "millimetres of mercury"], IU: ["unit", "units"],
      MB: ["megabyte", "megabytes"], kB: ["kilobyte", "kilobytes"],
    },
  },
  fr: {
    picture: "Image : {text}",
    button: "Bouton : {text}",
    choose: "À choisir : {text}",
    until: "à",
    times: "fois",
    short: {
      "p. ex.": "par exemple", "M.": "monsieur", "Mme": "madame", "Dr": "docteur", "n°": "numéro", "N°": "numéro",
      "env.": "environ", "max.": "maximum", "min.": "minimum", "tél.": "téléphone", "Tél.": "téléphone",
    },
    units: {
      mg: ["milligramme", "milligrammes"], g: ["gramme", "grammes"], kg: ["kilo", "kilos"],
      ml: ["millilitre", "millilitres"], l: ["litre", "litres"], cm: ["centimètre", "centimètres"],
      mm: ["millimètre", "millimètres"], m: ["mètre", "mètres"], h: ["heure", "heures"], min: ["minute", "minutes"],
      s: ["seconde", "secondes"], "°C": ["degré", "degrés"], "ºC": ["degré", "degrés"],
      mmHg: ["millimètre de mercure", "millimètres de mercure"], UI: ["unité", "unités"],
      Mo: ["mégaoctet", "mégaoctets"], ko: ["kilooctet", "kilooctets"],
    },
  },
};

/** The ways of a language: "es-UY" speaks as "es" does. */
export function waysOf(language) {
  return LANGUAGES[language.toLowerCase().split("-")[0]] ?? nothing;
}
