package io.trailproof.aws.eventpattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPatternTest {
  private static final Json EVENT =
      object(
          "source",
          new Json.Str("aws.iam"),
          "detail",
          object(
              "eventName", new Json.Str("AttachRolePolicy"),
              "count", number("5"),
              "readOnly", Json.Bool.FALSE,
              "userAgent", new Json.Varies(true),
              "sessionIssuer", new Json.Varies(false),
              "hidden", new Json.Unknown("not known"),
              "tags", list(new Json.Str("a"), new Json.Str("b"))));

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
  void operatorsOnText(String operator, String operand, Truth expected) {
    assertEquals(expected, name(object(operator, new Json.Str(operand))));
  }

  @Test
  void listedValuesAreAlternatives() {
    assertEquals(Truth.YES, name(new Json.Str("CreatePolicy"), new Json.Str("AttachRolePolicy")));
    assertEquals(Truth.NO, name(new Json.Str("CreatePolicy"), new Json.Str("attachrolepolicy")));
  }

  @Test
  void anythingButTakesListsAndOperators() {
    Json names = list(new Json.Str("CreatePolicy"), new Json.Str("AttachRolePolicy"));
    assertEquals(Truth.NO, name(object("anything-but", names)));
    Json prefix = object("prefix", new Json.Str("Attach"));
    assertEquals(Truth.NO, name(object("anything-but", prefix)));
    assertEquals(
        Truth.YES, name(object("anything-but", object("suffix", new Json.Str("Version")))));
  }

  @Test
  void numbersHaveRanges() {
    Json inside = list(new Json.Str(">"), number("0"), new Json.Str("<="), number("5"));
    assertEquals(Truth.YES, detail("count", object("numeric", inside)));
    assertEquals(
        Truth.NO, detail("count", object("numeric", list(new Json.Str("<"), number("5")))));
    assertEquals(Truth.NO, detail("eventName", object("numeric", inside)));
    assertEquals(Truth.YES, detail("count", number("5")));
    assertEquals(Truth.UNKNOWN, detail("count", number("5.0")));
  }

  @Test
  void missingFieldMatchesNothingButItsAbsence() {
    assertEquals(Truth.NO, detail("errorCode", new Json.Str("x")));
    assertEquals(Truth.NO, detail("errorCode", object("anything-but", new Json.Str("x"))));
    assertEquals(Truth.YES, detail("errorCode", object("exists", Json.Bool.FALSE)));
    assertEquals(Truth.NO, detail("readOnly", object("exists", Json.Bool.FALSE)));
    assertEquals(Truth.NO, detail("errorCode", new Json.Null()));
  }

  @Test
  void listOfTheEventNeedsOneValueInCommon() {
    assertEquals(Truth.YES, detail("tags", new Json.Str("b")));
    assertEquals(Truth.NO, detail("tags", new Json.Str("c")));
    assertEquals(Truth.UNKNOWN, detail("tags", object("anything-but", new Json.Str("c"))));
  }

  @Test
  void unknownStaysUnknown() {
    assertEquals(Truth.UNKNOWN, detail("hidden", new Json.Str("x")));
    assertEquals(Truth.UNKNOWN, detail("hidden", object("exists", Json.Bool.TRUE)));
    assertEquals(Truth.UNKNOWN, name(new Json.Unknown("not known")));
    Json open = new Json.Obj(Map.of(), false);
    Json pattern = object("a", list(new Json.Str("x")));
    assertEquals(Truth.UNKNOWN, pattern(pattern).matches(open));
  }

  @Test
  void conditionOnWhatVariesLosesSomeEvents() {
    assertEquals(Truth.NO, detail("userAgent", new Json.Str("console")));
    assertEquals(Truth.NO, detail("userAgent", object("anything-but", new Json.Str("console"))));
    assertEquals(Truth.YES, detail("userAgent", object("exists", Json.Bool.TRUE)));
    assertEquals(Truth.NO, detail("sessionIssuer", object("exists", Json.Bool.TRUE)));
  }

  @Test
  void alternativesMayCoverTogetherWhatVaries() {
    Json console = new Json.Str("console");
    assertEquals(Truth.UNKNOWN, detail("userAgent", console, object("anything-but", console)));
    Json either =
        object(
            "$or",
            list(
                object("userAgent", list(console)),
                object("userAgent", list(object("anything-but", console)))));
    assertEquals(Truth.UNKNOWN, pattern(object("detail", either)).matches(EVENT));
  }

  @Test
  void orTakesOneOfItsBranches() {
    Json either =
        object(
            "$or",
            list(
                object("eventName", list(new Json.Str("CreatePolicy"))),
                object("count", list(number("5")))));
    assertEquals(Truth.YES, pattern(object("detail", either)).matches(EVENT));
  }

  @Test
  void obstaclesAreTheFieldsThatKeepEventsOut() {
    Json pattern =
        object(
            "source", list(new Json.Str("aws.iam")),
            "detail", object("eventName", list(new Json.Str("CreatePolicy"))));
    assertEquals(List.of("detail.eventName"), pattern(pattern).obstacles(EVENT));
  }

  @Test
  void patternIsAnObjectOfListsAndObjects() {
    assertTrue(EventPattern.of(list()).problem().contains("object"));
    assertTrue(EventPattern.of(object("a", new Json.Str("x"))).problem().contains("`a`"));
    assertTrue(EventPattern.of(object("a", object("b", list()))).problem().contains("`a.b`"));
  }

  private static Truth name(Json... wanted) {
    return detail("eventName", wanted);
  }

  private static Truth detail(String field, Json... wanted) {
    return pattern(object("detail", object(field, list(wanted)))).matches(EVENT);
  }

  private static EventPattern pattern(Json tree) {
    return EventPattern.of(tree).pattern().orElseThrow();
  }

  private static Json list(Json... items) {
    return new Json.Arr(List.of(items));
  }

  private static Json number(String text) {
    return new Json.Num(text);
  }

  private static Json object(Object... pairs) {
    Map<String, Json> members = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      members.put((String) pairs[i], (Json) pairs[i + 1]);
    }
    return new Json.Obj(members);
  }
}
