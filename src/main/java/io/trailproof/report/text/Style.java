package io.trailproof.report.text;

/**
 * How text is drawn on the terminal at hand.
 *
 * @param colour whether escape sequences may be written
 * @param unicode whether the terminal can show more than ASCII
 */
public record Style(boolean colour, boolean unicode) {
  /** No colour, ASCII only. */
  public static final Style BARE = new Style(false, false);

  /** No colour, and all that a page can show. */
  public static final Style SHOWN = new Style(false, true);

  /** What a piece of text means; the theme decides how that looks. */
  public enum Meaning {
    GOOD("32"),
    BAD("31"),
    UNSURE("33"),
    TITLE("1"),
    MUTED("2"),
    PLACE("36");

    private final String code;

    Meaning(String code) {
      this.code = code;
    }
  }

  /** Foreign text as it can be shown without harm. */
  public String plain(String foreign) {
    return Plain.text(foreign, this);
  }

  /** Text in the colour of its meaning, if there are colours. */
  public String paint(Meaning meaning, String text) {
    return colour ? "\u001b[" + meaning.code + "m" + text + "\u001b[0m" : text;
  }

  /** The first where it can be shown, else the second. */
  public String choose(String fancy, String ascii) {
    return unicode ? fancy : ascii;
  }
}
