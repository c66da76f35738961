package io.trailproof.report.html;

/** The signs of a page: a shape for each verdict, since colours fail. */
enum Icon {
  PROVEN(
      "proven",
      "proven",
      "good-ink",
      "<circle cx=\"8\" cy=\"8\" r=\"7.5\" fill=\"currentColor\"/><path d=\"M4.4 8.3l2.4 2.5"
          + " 4.8-5.2\" fill=\"none\" stroke=\"#fff\" stroke-width=\"1.9\"/>"),
  BROKEN(
      "broken",
      "broken",
      "bad-ink",
      "<path d=\"M4.9.5h6.2l4.4 4.4v6.2l-4.4 4.4H4.9L.5 11.1V4.9z\" fill=\"currentColor\"/>"
          + "<path d=\"M5 5l6 6M11 5l-6 6\" stroke=\"#fff\" stroke-width=\"1.9\"/>"),
  UNKNOWN(
      "unknown",
      "unknown",
      "open-ink",
      "<rect x=\"1\" y=\"1\" width=\"14\" height=\"14\" rx=\"3.5\" fill=\"none\""
          + " stroke=\"currentColor\" stroke-width=\"1.8\"/>"
          + "<text x=\"8\" y=\"12.2\" font-size=\"12\" font-weight=\"700\" text-anchor=\"middle\""
          + " fill=\"currentColor\">?</text>"),
  TICK(
      "tick",
      "proven",
      "good-ink",
      "<path d=\"M3 8.5l3.4 3.4L13 4.6\" fill=\"none\" stroke=\"currentColor\""
          + " stroke-width=\"1.6\"/>"),
  NONE(
      "none",
      "not reached",
      "muted-ink",
      "<path d=\"M3 8h10\" stroke=\"currentColor\" stroke-width=\"1.6\"/>");

  private final String id;
  private final String word;
  private final String ink;
  private final String shape;

  Icon(String id, String word, String ink, String shape) {
    this.id = id;
    this.word = word;
    this.ink = ink;
    this.shape = shape;
  }

  String id() {
    return "i-" + id;
  }

  String word() {
    return word;
  }

  /** The class that colours it. */
  String ink() {
    return ink;
  }

  /** All of them, once for a page. */
  static String symbols() {
    StringBuilder svg = new StringBuilder("<svg width=\"0\" height=\"0\" aria-hidden=\"true\">");
    for (Icon icon : values()) {
      svg.append("<symbol id=\"")
          .append(icon.id())
          .append("\" viewBox=\"0 0 16 16\">")
          .append(icon.shape)
          .append("</symbol>");
    }
    return svg.append("</svg>").toString();
  }
}
