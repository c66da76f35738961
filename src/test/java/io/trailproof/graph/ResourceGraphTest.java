package io.trailproof.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ResourceGraphTest {
  private static final Value UNKNOWN = new Value.Unknown("is not known", Origin.NOWHERE);
  private static final Value REGION = new Value.Symbol("AWS::Region", "", Origin.NOWHERE);

  private static Value text(String text) {
    return Value.text(text, Origin.NOWHERE);
  }

  private static Value ref(String address, String attribute) {
    return new Value.Reference(new ResourceId("in", address), attribute, Origin.NOWHERE);
  }

  private static Value symbol(String name) {
    return new Value.Symbol(name, "stack", Origin.NOWHERE);
  }

  private static Value template(Value... parts) {
    return Value.joined(List.of(parts), Origin.NOWHERE);
  }

  private static Value choice(Value... candidates) {
    return new Value.Choice(List.of(candidates), "hangs on a condition", Origin.NOWHERE);
  }

  private static Resource group(String address, Existence existence, Object... properties) {
    Map<String, Value> all = new LinkedHashMap<>();
    for (int i = 0; i < properties.length; i += 2) {
      all.put((String) properties[i], (Value) properties[i + 1]);
    }
    return new Resource(
        new ResourceId("in", address),
        "aws.logs.LogGroup",
        Dialect.CANONICAL,
        existence,
        new Place(text("us-east-1"), text("111122223333")),
        all,
        null);
  }

  private static final Resource LOGS =
      group(
          "logs",
          Existence.MANAGED,
          "name",
          text("/trail"),
          "arn",
          text("arn:aws:logs:us-east-1:111122223333:log-group:/trail"));
  private static final Resource OTHER =
      group(
          "other",
          Existence.MANAGED,
          "name",
          text("/app"),
          "arn",
          text("arn:aws:logs:us-east-1:111122223333:log-group:/app"));
  private static final Resource LATER =
      group(
          "later",
          Existence.MANAGED,
          "name",
          ref("later", "name"),
          "arn",
          template(text("arn:aws:logs:us-east-1:111122223333:log-group:"), ref("later", "name")));
  private static final Resource CHAIN =
      group(
          "chain",
          Existence.MANAGED,
          "name",
          text("c"),
          "a",
          ref("chain", "b"),
          "b",
          ref("logs", "name"));
  private static final Resource LOOP =
      group("loop", Existence.MANAGED, "a", ref("loop", "b"), "b", ref("loop", "a"));
  private static final ResourceGraph GRAPH =
      new ResourceGraph(List.of(LOGS, OTHER, LATER, CHAIN, LOOP), List.of());

  @Test
  void referencesAreFollowedToTheText() {
    assertEquals("/trail", GRAPH.resolve(ref("logs", "name")).asText().orElseThrow());
    assertEquals("/trail", GRAPH.resolve(ref("chain", "a")).asText().orElseThrow());
    assertEquals(
        "x/trail!",
        GRAPH.resolve(template(text("x"), ref("chain", "a"), text("!"))).asText().orElseThrow());
  }

  @Test
  void aReferenceThatEndsInNothingKnownStaysAReference() {
    assertEquals(ref("later", "name"), GRAPH.resolve(ref("later", "name")));
    assertEquals(ref("later", "arn"), GRAPH.resolve(ref("later", "arn")));
    assertEquals(ref("nowhere", "name"), GRAPH.resolve(ref("nowhere", "name")));
  }

  @Test
  void referencesInACircleEnd() {
    assertTrue(GRAPH.resolve(ref("loop", "a")) instanceof Value.Reference);
  }

  @Test
  void whatPassesThroughASensitivePropertyStaysSensitive() {
    Resource secret =
        group("s", Existence.MANAGED, "name", new Value.Known("x", new Origin(null, true)));
    ResourceGraph graph = new ResourceGraph(List.of(secret), List.of());
    assertTrue(graph.resolve(ref("s", "name")).origin().sensitive());
    assertTrue(graph.resolve(template(text("a"), ref("s", "name"))).origin().sensitive());
  }

  @Test
  void aNameNamesItsResourceAndNoOther() {
    assertEquals(Truth.YES, GRAPH.names(text("/trail"), LOGS));
    assertEquals(Truth.NO, GRAPH.names(text("/trail"), OTHER));
    assertEquals(Truth.UNKNOWN, GRAPH.names(text("/trail"), LATER));
  }

  @Test
  void anArnNamesItsResourceWithAndWithoutStar() {
    String arn = "arn:aws:logs:us-east-1:111122223333:log-group:/trail";
    assertEquals(Truth.YES, GRAPH.names(text(arn), LOGS));
    assertEquals(Truth.YES, GRAPH.names(text(arn + ":*"), LOGS));
    assertEquals(Truth.NO, GRAPH.names(text(arn + ":*"), OTHER));
    assertEquals(Truth.NO, GRAPH.names(text(arn + "-2"), LOGS));
  }

  @Test
  void anArnOfAnotherRegionAccountOrPartitionNamesAnother() {
    for (String arn :
        List.of(
            "arn:aws:logs:eu-west-1:111122223333:log-group:/trail",
            "arn:aws:logs:us-east-1:444455556666:log-group:/trail",
            "arn:aws-cn:logs:us-east-1:111122223333:log-group:/trail",
            "arn:aws:sns:us-east-1:111122223333:/trail")) {
      assertEquals(Truth.NO, GRAPH.names(text(arn), LOGS), arn);
    }
  }

  @Test
  void anAccountThatIsNotKnownDoesNotCount() {
    Value arn =
        template(text("arn:aws:logs:us-east-1:"), symbol("Account"), text(":log-group:/trail:*"));
    assertEquals(Truth.YES, GRAPH.names(arn, LOGS));
  }

  @Test
  void aRegionThatIsNotKnownIsNotDecided() {
    Value arn = template(text("arn:aws:logs:"), REGION, text(":111122223333:log-group:/trail"));
    assertEquals(Truth.UNKNOWN, GRAPH.names(arn, LOGS));
    assertEquals(Truth.NO, GRAPH.names(arn, OTHER));
  }

  @Test
  void aReferenceNamesItsTargetEvenWhenItsTextIsKnownLater() {
    assertEquals(Truth.YES, GRAPH.names(ref("later", "arn"), LATER));
    assertEquals(Truth.YES, GRAPH.names(ref("later", "name"), LATER));
    assertEquals(Truth.NO, GRAPH.names(ref("later", "arn"), LOGS));
  }

  @Test
  void aReferenceToAnotherPropertyNamesWhatThatNames() {
    assertEquals(Truth.YES, GRAPH.names(ref("chain", "b"), LOGS));
    assertEquals(Truth.NO, GRAPH.names(ref("chain", "b"), OTHER));
  }

  @Test
  void aFoundResourceMayBeOneThatIsMadeHere() {
    Resource found = group("found", Existence.EXISTING, "name", text("/trail"), "arn", UNKNOWN);
    Resource stranger = group("stranger", Existence.EXISTING, "name", UNKNOWN);
    ResourceGraph graph = new ResourceGraph(List.of(LOGS, OTHER, found, stranger), List.of());
    assertEquals(Truth.YES, graph.names(ref("found", "arn"), LOGS));
    assertEquals(Truth.NO, graph.names(ref("found", "arn"), OTHER));
    assertEquals(Truth.UNKNOWN, graph.names(ref("stranger", "arn"), LOGS));
  }

  @Test
  void everyChoiceMustNameTheResource() {
    assertEquals(Truth.YES, GRAPH.names(choice(text("/trail"), ref("logs", "name")), LOGS));
    assertEquals(Truth.UNKNOWN, GRAPH.names(choice(text("/trail"), text("/app")), LOGS));
    assertEquals(Truth.NO, GRAPH.names(choice(text("/a"), text("/b")), LOGS));
  }

  @Test
  void oneOfAListIsEnough() {
    Value list = new Value.Items(List.of(text("/app"), text("/trail")), Origin.NOWHERE);
    assertEquals(Truth.YES, GRAPH.namesAny(list, LOGS));
    assertEquals(Truth.NO, GRAPH.namesAny(new Value.Items(List.of(), Origin.NOWHERE), LOGS));
    assertEquals(
        Truth.UNKNOWN,
        GRAPH.namesAny(new Value.Items(List.of(text("/app"), UNKNOWN), Origin.NOWHERE), LOGS));
  }

  @Test
  void nothingNamesNothing() {
    assertEquals(Truth.NO, GRAPH.names(new Value.Absent(Origin.NOWHERE), LOGS));
    assertEquals(Truth.UNKNOWN, GRAPH.names(UNKNOWN, LOGS));
  }

  @Test
  void symbolsEqualThemselvesWithinTheirScope() {
    Value elsewhere = new Value.Symbol("Name", "other stack", Origin.NOWHERE);
    assertEquals(Truth.YES, GRAPH.same(symbol("Name"), symbol("Name")));
    assertEquals(Truth.UNKNOWN, GRAPH.same(symbol("Name"), elsewhere));
    assertEquals(Truth.UNKNOWN, GRAPH.same(symbol("Name"), text("x")));
  }

  @Test
  void unknownsEqualNothingNotEvenThemselves() {
    assertEquals(Truth.UNKNOWN, GRAPH.same(UNKNOWN, UNKNOWN));
    assertEquals(Truth.UNKNOWN, GRAPH.same(UNKNOWN, new Value.Absent(Origin.NOWHERE)));
  }

  @Test
  void templatesDifferWhereTheirKnownEndsContradict() {
    Value a = template(text("app-"), symbol("Env"));
    assertEquals(Truth.YES, GRAPH.same(a, template(text("app-"), symbol("Env"))));
    assertEquals(Truth.UNKNOWN, GRAPH.same(a, template(text("app-"), symbol("Stage"))));
    assertEquals(Truth.NO, GRAPH.same(a, text("web-prod")));
    assertEquals(Truth.UNKNOWN, GRAPH.same(a, text("app-prod")));
    assertEquals(Truth.NO, GRAPH.same(template(symbol("Env"), text("-logs")), text("prod-app")));
  }

  @Test
  void numbersAreEqualWhateverTheirNotation() {
    Value one = Value.number(new BigDecimal("1.0"), Origin.NOWHERE);
    assertEquals(Truth.YES, GRAPH.same(one, text("1")));
    assertEquals("0", Value.number(new BigDecimal("0E+3"), Origin.NOWHERE).asText().orElseThrow());
    assertEquals(
        "100", Value.number(new BigDecimal("1E+2"), Origin.NOWHERE).asText().orElseThrow());
  }

  @Test
  void listsAndMapsAreComparedMemberByMember() {
    Value a = new Value.Items(List.of(text("a"), symbol("S")), Origin.NOWHERE);
    Value b = new Value.Items(List.of(text("b"), symbol("S")), Origin.NOWHERE);
    assertEquals(Truth.YES, GRAPH.same(a, a));
    assertEquals(Truth.NO, GRAPH.same(a, b));
    Value x = new Value.Fields(Map.of("k", text("v")), Origin.NOWHERE);
    assertEquals(Truth.YES, GRAPH.same(x, x));
    assertEquals(Truth.NO, GRAPH.same(x, new Value.Fields(Map.of(), Origin.NOWHERE)));
    assertEquals(
        Truth.UNKNOWN, GRAPH.same(x, new Value.Fields(Map.of("k", UNKNOWN), Origin.NOWHERE)));
  }

  @Test
  void joinedTextRunsTogether() {
    assertEquals(text("abc"), template(text("a"), template(text("b"), text("c"))));
    assertEquals(symbol("S"), template(text(""), symbol("S")));
  }

  @Test
  void referrersAreTheCertainAndThePossible() {
    Resource sure = group("sure", Existence.MANAGED, "of", ref("logs", "arn"));
    Resource perhaps = group("perhaps", Existence.MANAGED, "of", UNKNOWN);
    Resource not = group("not", Existence.MANAGED, "of", ref("other", "arn"));
    ResourceGraph graph = new ResourceGraph(List.of(LOGS, OTHER, sure, perhaps, not), List.of());
    assertEquals(
        Map.of(sure, Truth.YES, perhaps, Truth.UNKNOWN),
        ResourceIndex.of(graph).referrers("aws.logs.LogGroup", "of", LOGS));
  }
}
