package io.trailproof.catalog.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.catalog.constraint.Objection.Weight;
import io.trailproof.graph.Origin;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the schema of an invented type has against values. */
final class ObjectionsTest {
  private static final String TYPE = "AWS::Invented::Thing";

  private static final Schema SCHEMA =
      Schema.of(
          Objects.requireNonNull(
              Json.read(
                      """
                      {
                       "properties": {
                        "Name": {"type": "string", "minLength": 2, "maxLength": 8, "pattern": "^[a-z]+$"},
                        "Count": {"type": "integer", "minimum": 1, "maximum": 10},
                        "Share": {"type": "number"},
                        "On": {"type": "boolean"},
                        "Size": {"enum": ["SMALL", "LARGE"], "type": "string"},
                        "Days": {"enum": [1, 30], "type": "integer"},
                        "Role": {"type": "string", "format": "AWS::IAM::Role.Arn"},
                        "Key": {"type": "string", "anyOf": [{"format": "Id"}, {"format": "AWS::IAM::Role.Arn"}]},
                        "Policy": {"type": ["object", "string"]},
                        "Tags": {"type": "array", "uniqueItems": true, "minItems": 1, "maxItems": 2,
                                 "items": {"$ref": "#/definitions/Tag"}},
                        "Targets": {"type": "array", "maxUniqueItems": 2, "items": {"type": "string"}},
                        "Either": {"$ref": "#/definitions/Either"},
                        "Words": {"type": "object", "minProperties": 1, "maxProperties": 2,
                                  "patternProperties": {"^[a-z]+$": {"type": "string", "maxLength": 3}}}
                       },
                       "definitions": {
                        "Tag": {"type": "object", "required": ["Key"],
                                "properties": {"Key": {"type": "string"}, "Value": {"type": "string"}}},
                        "Either": {"type": "object", "oneOf": [{"required": ["A"]}, {"required": ["B"]}],
                                   "properties": {"A": {"type": "string"}, "B": {"type": "string"}}}
                       },
                       "required": ["Name"],
                       "requiredOr": ["Count", "Share"],
                       "dependentExcluded": {"Size": ["Days"]},
                       "dependentRequired": {"Role": ["Policy"]}
                      }
                      """)
                  .value()));

  private static final Leeway LEEWAY =
      new Leeway(
          Map.of(
              "AWS::IAM::Role.Arn", new Leeway.Format("the ARN of a role", "^arn:aws:iam::"),
              "Id", new Leeway.Format("an id", "^[0-9a-f]{4}$")),
          Set.of(TYPE + "/Days", TYPE + "/Size"),
          Map.of(TYPE + "/Count", Set.of("minimum")));

  private static Value of(Object plain) {
    if (plain instanceof Value value) {
      return value;
    }
    if (plain instanceof List<?> list) {
      return new Value.Items(list.stream().map(ObjectionsTest::of).toList(), Origin.NOWHERE);
    }
    if (plain instanceof Map<?, ?> map) {
      Map<String, Value> fields = new LinkedHashMap<>();
      map.forEach((name, member) -> fields.put((String) name, of(member)));
      return new Value.Fields(fields, Origin.NOWHERE);
    }
    return new Value.Known(
        plain instanceof Integer number ? BigDecimal.valueOf(number) : plain, Origin.NOWHERE);
  }

  private static Value either(Object... candidates) {
    return new Value.Choice(
        Stream.of(candidates).map(ObjectionsTest::of).toList(), "is open", Origin.NOWHERE);
  }

  private static final Value NOTHING = new Value.Absent(Origin.NOWHERE);

  private static List<Objection> to(Map<String, ?> properties, Leeway leeway) {
    Value.Fields fields = (Value.Fields) of(properties);
    return Objections.to(fields, TYPE, SCHEMA, leeway, value -> Optional.empty());
  }

  /** Objections to one property of a thing that is right otherwise. */
  private static List<Objection> to(String name, Object value) {
    Map<String, Object> properties = new LinkedHashMap<>(Map.of("Name", "right", "Share", 1));
    properties.put(name, value);
    return to(properties, LEEWAY);
  }

  private static void only(Weight weight, String what, List<Objection> all) {
    assertEquals(List.of(what), all.stream().map(Objection::what).toList());
    assertEquals(weight, all.get(0).weight());
  }

  private static void taken(String name, Object value) {
    assertEquals(List.of(), to(name, value), name + ": " + value);
  }

  @Test
  void whatIsRightIsTaken() {
    taken("Tags", List.of(Map.of("Key", "a"), Map.of("Key", "b", "Value", "c")));
    taken("Policy", Map.of("Statement", List.of()));
    taken("Policy", "{}");
    taken("Either", Map.of("A", "a"));
    taken("Words", Map.of("one", "x"));
    taken("Newer", List.of("a name that the schema does not have is for others to judge"));
  }

  @Test
  void betweenTextNumberAndBooleanTheServiceConverts() {
    taken("Count", "7");
    taken("Share", "0.5");
    taken("On", "true");
    taken("On", "TRUE");
    taken("On", 1);
    taken("Days", "30");
    taken("Size", either("SMALL", "LARGE"));
    assertEquals(List.of(), to(Map.of("Name", true, "Share", 1), Leeway.NONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Count | many  | `Count` has to be a number, and is `many`",
        "Count | 1.5   | `Count` has to be a whole number, and is `1.5`",
        "Count | ''    | `Count` has to be a number, and is empty",
        "Count | 11    | `Count` has to be at most 10, and is `11`",
        "On    | yes   | `On` has to be `true` or `false`, and is `yes`",
        "Name  | UPPER | `Name` has to match `^[a-z]+$`, and is `UPPER`",
        "Name  | abcdefghi | `Name` has to have at most 8 characters, and is `abcdefghi`",
        "Key   | topic | `Key` has to be an id, and is `topic`",
        "Size  | small | `Size` has to be one of `SMALL`, `LARGE`, and is `small`",
      })
  void whatDoesNotConvertOrIsOutOfBoundsIsForbidden(String name, String text, String what) {
    only(Weight.CERTAIN, what, to(name, text));
  }

  @Test
  void noShapeIsTurnedIntoAnother() {
    only(
        Weight.CERTAIN,
        "`Targets` has to be a list, and is a single value",
        to("Targets", "arn:aws:sns:eu-west-1:111122223333:alerts"));
    only(
        Weight.CERTAIN,
        "`Name` has to be a single value, and is a list",
        to("Name", List.of("right")));
    only(
        Weight.CERTAIN,
        "`Tags[1]` has to be a mapping, and is a single value",
        to("Tags", List.of(Map.of("Key", "a"), "b")));
    only(
        Weight.CERTAIN,
        "`Policy` has to be a single value, and is a list",
        to("Policy", List.of()));
  }

  @Test
  void whatAReferenceWillGiveHasAShapeWhereThatIsKnown() {
    Value topic = new Value.Reference(new ResourceId("in", "Topic"), "arn", Origin.NOWHERE);
    Value.Fields properties =
        (Value.Fields) of(Map.of("Name", "right", "Share", topic, "Targets", topic));
    assertEquals(
        List.of("`Targets` has to be a list, and is a single value"),
        Objections.to(properties, TYPE, SCHEMA, LEEWAY, value -> Optional.of(Shape.SCALAR)).stream()
            .map(Objection::what)
            .toList());
    assertEquals(
        List.of(), Objections.to(properties, TYPE, SCHEMA, LEEWAY, value -> Optional.empty()));
  }

  @Test
  void whatIsNotKnownSatisfiesEverything() {
    Value unknown = new Value.Unknown("is not known", Origin.NOWHERE);
    for (String name : List.of("Count", "Tags", "Either", "Words", "Size", "Role", "Policy")) {
      Map<String, Object> properties =
          new LinkedHashMap<>(Map.of("Name", unknown, "Share", unknown, "Days", unknown));
      properties.put(name, unknown);
      if (name.equals("Role")) {
        properties.put("Policy", unknown);
      }
      assertEquals(List.of(), to(properties, LEEWAY), name);
    }
  }

  @Test
  void whatHasToBeThereIsMissed() {
    only(Weight.CERTAIN, "`Name` is missing", to(Map.of("Share", 1), LEEWAY));
    only(
        Weight.OPEN,
        "`Name` is missing",
        to(Map.of("Share", 1, "Name", either("right", NOTHING)), LEEWAY));
    only(Weight.CERTAIN, "`Tags[0].Key` is missing", to("Tags", List.of(Map.of("Value", "x"))));
    only(Weight.CERTAIN, "`Policy` is missing", to("Role", "arn:aws:iam::111122223333:role/x"));
    only(
        Weight.CERTAIN,
        "`Properties` has to hold one of `Count`, `Share`",
        to(Map.of("Name", "right"), LEEWAY));
  }

  @Test
  void whatDoesNotGoTogetherIsForbidden() {
    Map<String, Object> both = Map.of("Name", "right", "Share", 1, "Size", "SMALL", "Days", 1);
    only(Weight.CERTAIN, "`Size` does not go with `Days`", to(both, LEEWAY));
    Map<String, Object> perhaps =
        Map.of("Name", "right", "Share", 1, "Size", "SMALL", "Days", either(1, NOTHING));
    only(Weight.OPEN, "`Size` does not go with `Days`", to(perhaps, LEEWAY));
    Map<String, Object> empty =
        Map.of("Name", "right", "Share", 1, "Size", "SMALL", "Days", List.of());
    assertTrue(to(empty, LEEWAY).stream().anyMatch(one -> one.weight() == Weight.OPEN));
    only(
        Weight.CERTAIN,
        "`Either` holds more than one of `A`, `B`",
        to("Either", Map.of("A", "a", "B", "b")));
    only(Weight.CERTAIN, "`Either` has to hold one of `A`, `B`", to("Either", Map.of()));
  }

  @Test
  void listsAndMappingsHoldAsManyAsTheyMay() {
    only(Weight.CERTAIN, "`Tags` has to hold at least 1 item, and holds 0", to("Tags", List.of()));
    only(
        Weight.CERTAIN,
        "`Tags` holds something twice",
        to("Tags", List.of(Map.of("Key", "a"), Map.of("Key", "a"))));
    taken("Targets", List.of("a", "b", "a"));
    only(
        Weight.CERTAIN,
        "`Targets` has to hold at most 2 items, and holds 3",
        to("Targets", List.of("a", "b", "c")));
    only(Weight.CERTAIN, "`Words` has to hold at least 1 of its members", to("Words", Map.of()));
    only(
        Weight.CERTAIN,
        "`Words.long` has to have at most 3 characters, and is `beyond`",
        to("Words", Map.of("long", "beyond")));
  }

  @Test
  void ofSeveralValuesEachIsForbiddenOrItIsOpen() {
    only(
        Weight.CERTAIN,
        "`Count` has to be a number, and is `many`",
        to("Count", either("many", "more")));
    only(Weight.OPEN, "`Count` has to be a number, and is `many`", to("Count", either(3, "many")));
  }

  @Test
  void whereAwsAddsValuesOrTakesMoreThanItSaysNothingIsCertain() {
    only(Weight.GROWING, "`Days` has to be one of `1`, `30`, and is `60`", to("Days", 60));
    taken("Count", 0);
    assertEquals(
        Weight.CERTAIN, to(Map.of("Name", "right", "Count", 0), Leeway.NONE).get(0).weight());
  }

  @Test
  void neitherCaseNorNothingIsNews() {
    only(Weight.CERTAIN, "`Size` has to be one of `SMALL`, `LARGE`, and is empty", to("Size", ""));
    assertEquals(Weight.GROWING, to("Size", "HUGE").get(0).weight());
  }

  @Test
  void aLetterStandsForANameThatIsStillToCome() {
    only(Weight.OPEN, "`Name` has to have at least 2 characters, and is `a`", to("Name", "a"));
    assertEquals(Weight.CERTAIN, to("Name", "").get(0).weight());
  }

  @Test
  void noSecretIsSaid() {
    Value secret = Value.text("hush", Origin.NOWHERE.hidden());
    Objection objection = to("Size", secret).get(0);
    assertFalse(objection.what().contains("hush"), objection.what());
    assertFalse(objection.help().toString().contains("hush"));
  }

  @Test
  void aSlipInANameIsForbiddenAndAnotherNameMayBeNewer() {
    Schema closed =
        Schema.of(
            Objects.requireNonNull(
                Json.read(
                        """
                        {"properties": {"Endpoint": {}, "Open": {"type": "object",
                          "properties": {"Inner": {}}}}, "additionalProperties": false}
                        """)
                    .value()));
    Value given =
        of(Map.of("Endpoints", "x", "Sparkling", "x", "Open", Map.of("Inners", "x"), "Fn::X", "x"));
    only(
        Weight.CERTAIN,
        "`Endpoints` is no property",
        Objections.to(given, TYPE, closed, LEEWAY, value -> Optional.empty()));
    assertTrue(SCHEMA.member("Words").orElseThrow().members().isEmpty());
  }
}
