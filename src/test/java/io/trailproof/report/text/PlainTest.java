package io.trailproof.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No text of a stranger becomes a command to the CI system that shows the log. */
final class PlainTest {
  private static String plain(String text) {
    return Plain.text(text, Style.BARE);
  }

  @Test
  void commandsAreShownAndNotCarriedOut() {
    assertEquals("\\u003a:error title=x::y", plain("::error title=x::y"));
    assertEquals("  \\u003a:error::y", plain("  ::error::y"));
    assertEquals("a #\\u0023[add-mask]b", plain("a ##[add-mask]b"));
    assertEquals("#\\u0023vso[task]x", plain("##vso[task]x"));
    assertEquals("#\\u0023VSO[task]x", plain("##VSO[task]x"));
    assertEquals("##\\u0023[x]", plain("###[x]"));
  }

  @Test
  void partsOfALineMakeNoCommandTogether() {
    assertEquals(
        List.of("a #\\u0023vso", "[b] ##", "x #", "\\u0023[", "c #\\u0023", "[d"),
        Plain.beside(List.of("a ##vso", "[b] ##", "x #", "#[", "c ##", "[d")));
    assertEquals(List.of("", "#", "", "1"), Plain.beside(List.of("", "#", "", "1")));
  }

  @Test
  void otherColonsAndSignsStay() {
    assertEquals("AWS::SNS::Topic", plain("AWS::SNS::Topic"));
    assertEquals("## a title [x]", plain("## a title [x]"));
    assertEquals("a ::b", plain("a ::b"));
  }

  /** Two names that look alike are not taken for one. */
  @Test
  void whatNobodySeesIsShown() {
    for (int c :
        new int[] {
          0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x2060, 0x2800,
          0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0
        }) {
      String hex = Integer.toHexString(c);
      String shown = Plain.text("a" + Character.toString(c) + "b", new Style(false, true));
      assertEquals("a\\u" + "0".repeat(4 - hex.length()) + hex + "b", shown);
    }
    assertEquals(
        "a\\u{e0100}b",
        Plain.text("a" + Character.toString(0xE0100) + "b", new Style(false, true)));
  }
}
