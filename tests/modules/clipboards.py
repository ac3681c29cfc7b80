"""What word processors put on the clipboard, as browsers hand it over."""

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {mso-style-parent:""; margin:0cm;} --></style></head>
<body lang=ES-UY style='tab-interval:35.4pt'>
<!--StartFragment--><p class=MsoNormal style='margin-bottom:8.0pt'><b style='mso-bidi-font-weight:normal'><span
lang=ES style='font-family:"Arial",sans-serif;mso-fareast-language:ES'>Antes de dar<o:p></o:p></span></b></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Tome&nbsp;500&nbsp;mg   con <i>agua</i>.<span style='mso-spacerun:yes'>  </span><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span></span><![endif]>Lea la hoja.<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·<span>&nbsp;&nbsp;
</span></span><![endif]>Lea la caja.</p><p class=MsoNormal>&nbsp;</p>
<script>alert(1)</script><a href="javascript:alert(1)">x</a><!--EndFragment--></body></html>"""

GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1f2e"><p dir="ltr"
style="line-height:1.38;margin-top:0pt;"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">La persona
decide.</span></p><br /><p dir="ltr"><span style="font-weight:700;">Siempre.</span></p><ul style="margin-top:0;"><li
dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span>Mirar</span></p></li><li
dir="ltr"><p dir="ltr" role="presentation"><span>Preguntar a <a href="https://example.org/" style="color:#15c"
target="_blank">la casa</a></span></p></li></ul></b>"""
