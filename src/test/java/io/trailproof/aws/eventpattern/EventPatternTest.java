package io.trailproof.aws.eventpattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPatternTest {
  private static final Tree EVENT =
      object(
          "source", Tree.text("aws.iam"),
          "detail",
              object(
                  "eventName", Tree.text("AttachRolePolicy"),
                  "count", number("5"),
                  "readOnly", Tree.flag(false),
                  "userAgent", new Tree.Varies(true),
                  "sessionIssuer", new Tree.Varies(false),
                  "hidden", Tree.unknown(),
                  "tags", list(Tree.text("a"), Tree.text("b"))));

  @ParameterizedTest
  @CsvSource({
    "prefix,Attach,YES",
    "prefix,attach,NO",
    "suffix,Policy,YES",
    "suffix,Group,NO",
    "equals-ignore-case,ATTACHROLEPOLICY,YES",
    "equals-ignore-case,ATTACH,NO",
    "wildcard,Attach*Policy,YES",
    "wildcard,*Role*,YES",
    "wildcard,Attach*Group,NO",
    "wildcard,Attach\\*,NO",
    "anything-but,CreatePolicy,YES",
    "anything-but,AttachRolePolicy,NO",
    "cidr,10.0.0.0/8,UNKNOWN"
  })
  void operatorsOnText(String operator, String operand, Answer expected) {
    assertEquals(expected, name(object(operator, Tree.text(operand))));
  }

  @Test
  void listedValuesAreAlternatives() {
    assertEquals(Answer.YES, name(Tree.text("CreatePolicy"), Tree.text("AttachRolePolicy")));
    assertEquals(Answer.NO, name(Tree.text("CreatePolicy"), Tree.text("attachrolepolicy")));
  }

  @Test
  void anythingButTakesListsAndOperators() {
    Tree names = list(Tree.text("CreatePolicy"), Tree.text("AttachRolePolicy"));
    assertEquals(Answer.NO, name(object("anything-but", names)));
    Tree prefix = object("prefix", Tree.text("Attach"));
    assertEquals(Answer.NO, name(object("anything-but", prefix)));
    assertEquals(Answer.YES, name(object("anything-but", object("suffix", Tree.text("Version")))));
  }

  @Test
  void numbersHaveRanges() {
    Tree inside = list(Tree.text(">"), number("0"), Tree.text("<="), number("5"));
    assertEquals(Answer.YES, detail("count", object("numeric", inside)));
    assertEquals(Answer.NO, detail("count", object("numeric", list(Tree.text("<"), number("5")))));
    assertEquals(Answer.NO, detail("eventName", object("numeric", inside)));
    assertEquals(Answer.YES, detail("count", number("5")));
    assertEquals(Answer.UNKNOWN, detail("count", number("5.0")));
  }

  @Test
  void missingFieldMatchesNothingButItsAbsence() {
    assertEquals(Answer.NO, detail("errorCode", Tree.text("x")));
    assertEquals(Answer.NO, detail("errorCode", object("anything-but", Tree.text("x"))));
    assertEquals(Answer.YES, detail("errorCode", object("exists", Tree.flag(false))));
    assertEquals(Answer.NO, detail("readOnly", object("exists", Tree.flag(false))));
    assertEquals(Answer.NO, detail("errorCode", new Tree.Null()));
  }

  @Test
  void listOfTheEventNeedsOneValueInCommon() {
    assertEquals(Answer.YES, detail("tags", Tree.text("b")));
    assertEquals(Answer.NO, detail("tags", Tree.text("c")));
    assertEquals(Answer.UNKNOWN, detail("tags", object("anything-but", Tree.text("c"))));
  }

  @Test
  void unknownStaysUnknown() {
    assertEquals(Answer.UNKNOWN, detail("hidden", Tree.text("x")));
    assertEquals(Answer.UNKNOWN, detail("hidden", object("exists", Tree.flag(true))));
    assertEquals(Answer.UNKNOWN, name(Tree.unknown()));
    Tree open = new Tree.Members(Map.of(), false);
    Tree pattern = object("a", list(Tree.text("x")));
    assertEquals(Answer.UNKNOWN, pattern(pattern).matches(open));
  }

  @Test
  void conditionOnWhatVariesLosesSomeEvents() {
    assertEquals(Answer.NO, detail("userAgent", Tree.text("console")));
    assertEquals(Answer.NO, detail("userAgent", object("anything-but", Tree.text("console"))));
    assertEquals(Answer.YES, detail("userAgent", object("exists", Tree.flag(true))));
    assertEquals(Answer.NO, detail("sessionIssuer", object("exists", Tree.flag(true))));
  }

  @Test
  void alternativesMayCoverTogetherWhatVaries() {
    Tree console = Tree.text("console");
    assertEquals(Answer.UNKNOWN, detail("userAgent", console, object("anything-but", console)));
    Tree either =
        object(
            "$or",
            list(
                object("userAgent", list(console)),
                object("userAgent", list(object("anything-but", console)))));
    assertEquals(Answer.UNKNOWN, pattern(object("detail", either)).matches(EVENT));
  }

  @Test
  void orTakesOneOfItsBranches() {
    Tree either =
        object(
            "$or",
            list(
                object("eventName", list(Tree.text("CreatePolicy"))),
                object("count", list(number("5")))));
    assertEquals(Answer.YES, pattern(object("detail", either)).matches(EVENT));
  }

  @Test
  void obstaclesAreTheFieldsThatKeepEventsOut() {
    Tree pattern =
        object(
            "source", list(Tree.text("aws.iam")),
            "detail", object("eventName", list(Tree.text("CreatePolicy"))));
    assertEquals(List.of("detail.eventName"), pattern(pattern).obstacles(EVENT));
  }

  @Test
  void patternIsAnObjectOfListsAndObjects() {
    assertTrue(EventPattern.of(list()).problem().contains("object"));
    assertTrue(EventPattern.of(object("a", Tree.text("x"))).problem().contains("`a`"));
    assertTrue(EventPattern.of(object("a", object("b", list()))).problem().contains("`a.b`"));
  }

  private static Answer name(Tree... wanted) {
    return detail("eventName", wanted);
  }

  private static Answer detail(String field, Tree... wanted) {
    return pattern(object("detail", object(field, list(wanted)))).matches(EVENT);
  }

  private static EventPattern pattern(Tree tree) {
    return EventPattern.of(tree).pattern().orElseThrow();
  }

  private static Tree list(Tree... items) {
    return new Tree.Items(List.of(items));
  }

  private static Tree number(String text) {
    return new Tree.Numeral(new BigDecimal(text));
  }

  private static Tree object(Object... pairs) {
    Map<String, Tree> members = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      members.put((String) pairs[i], (Tree) pairs[i + 1]);
    }
    return new Tree.Members(members, true);
  }
}
