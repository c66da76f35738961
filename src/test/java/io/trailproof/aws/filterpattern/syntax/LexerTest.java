package io.trailproof.aws.filterpattern.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LexerTest {
  @Test
  void aSelectorIsItsRootAndItsSteps() {
    assertEquals(
        "ROOT $, NAME a-b, INDEX 0, ANY *, ANY *, KEY c d, END ", json("$.a-b[0].*[*].['c d']"));
  }

  @Test
  void whatFollowsAnOperatorIsAValue() {
    assertEquals("ROOT $, NAME a, OPERATOR =, BARE a-b@c.*, END ", json("$.a = a-b@c.*"));
    assertEquals("ROOT $, NAME a, OPERATOR !=, QUOTED && (, END ", json("$.a!=\"&& (\""));
    assertEquals("ROOT $, NAME a, OPERATOR =, REGEX ^\\w $, END ", json("$.a=%^\\w $%"));
    assertEquals("ROOT $, NAME a, OPERATOR <=, BARE +1, END ", json("$.a <= +1"));
  }

  @Test
  void keywordsAndSignsStandForThemselves() {
    assertEquals(
        "OPEN (, ROOT $, NAME a, WORD IS, WORD NULL, CLOSE ), AND &&, ROOT $, NAME b, WORD not,"
            + " WORD exists, OR ||, OTHER &, END ",
        json("($.a IS NULL)&&$.b not exists||&"));
  }

  @Test
  void aWordIsANameInSpaceDelimitedPatterns() {
    assertEquals(
        "WORD a_1, OPERATOR >, BARE 4, COMMA ,, ELLIPSIS ..., COMMA ,, OTHER $, OTHER ., WORD b,"
            + " END ",
        words(Lexer.fields("a_1 > 4, ..., $.b", 0, 17)));
    assertEquals("WORD a, OTHER _, WORD 1, END ", json("a_1"));
  }

  @Test
  void aQuoteBehindABackslashEndsTheTextOnlyIfNoOtherDoes() {
    assertEquals("OPERATOR =, QUOTED a\\\"b, END ", json("=\"a\\\"b\""));
    assertEquals("OPERATOR =, QUOTED a\\, END ", json("=\"a\\\""));
  }

  @Test
  void tokensKnowTheirPlacesInTheWholePattern() {
    List<Token> tokens = Lexer.json("{ $.a  = 1 }", 1, 11);
    assertEquals(
        "2-3 3-5 7-8 9-10 11-11",
        tokens.stream().map(t -> t.start() + "-" + t.end()).collect(Collectors.joining(" ")));
  }

  @Test
  void itStopsAtTheFirstTokenThatIsRefused() {
    List<Token> tokens = Lexer.json("$.a[x] = \"", 0, 10);
    assertEquals("ROOT $, NAME a, INDEX [, END ", words(tokens));
    Rejection refusal = tokens.get(2).refusal();
    assertNotNull(refusal);
    assertEquals(Rejection.Code.BAD_SELECTOR, refusal.code());
    assertEquals("3-5", refusal.start() + "-" + refusal.end());
    assertNull(tokens.get(1).refusal());
  }

  @Test
  void aMissingValueIsATokenThatIsRefused() {
    Token missing = Lexer.json("$.a = && $.b = 1", 0, 16).get(3);
    assertEquals(Token.Kind.BARE, missing.kind());
    assertNotNull(missing.refusal());
    assertEquals(Rejection.Code.EXPECTED_VALUE, missing.refusal().code());
    assertEquals(6, missing.refusal().start());
  }

  private static String json(String text) {
    return words(Lexer.json(text, 0, text.length()));
  }

  private static String words(List<Token> tokens) {
    return tokens.stream()
        .map(token -> token.kind() + " " + token.text())
        .collect(Collectors.joining(", "));
  }
}
