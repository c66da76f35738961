package io.trailproof.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.document.Node;
import io.trailproof.document.PackedFile;
import io.trailproof.document.YamlReader;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What resources carry that the catalog does not let pass, and which types ask for it. */
final class ClosedTypesTest {
  private static final Catalog BUNDLED = BundledCatalog.read();

  private static Catalog with(String closed) {
    String file =
        """
        service: pager
        types:
          aws.pager.Pager:
            title: pager
            cloudformation:
              - type: AWS::Pager::Pager
            properties:
              number: { type: string, cloudformation: Number }
              lines: { type: list, cloudformation: Lines, items: { name: { type: string, cloudformation: Name } } }
        """
            + closed;
    Node node = YamlReader.read(SourceFile.ofText("pager.yaml", file)).value().orElseThrow();
    return PackedFile.sound("pager.yaml", Catalog.of(Optional.of(BUNDLED), List.of(node)));
  }

  private static Value.Fields fields(Object... members) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      Object value = members[i + 1];
      fields.put(
          (String) members[i],
          value instanceof Value known ? known : Value.text((String) value, Origin.NOWHERE));
    }
    return new Value.Fields(fields, Origin.NOWHERE);
  }

  /** What a resource carries of a kind. */
  private static List<String> marks(
      Catalog catalog, String type, Existence existence, String kind, Object... members) {
    Binding binding = catalog.cloudFormation(type).or(() -> catalog.terraform(type)).orElseThrow();
    Value somewhere = new Value.Unknown("is not told", Origin.NOWHERE);
    List<Resource> all =
        binding.resources(
            new ResourceId("input", "a"),
            fields(members),
            new Place(somewhere, somewhere),
            existence,
            null);
    return all.stream()
        .flatMap(one -> one.property(kind).children().stream())
        .map(reason -> ((Value.Unknown) reason).why())
        .toList();
  }

  private static List<String> newer(Catalog catalog, String type, Object... members) {
    return marks(catalog, type, Existence.MANAGED, "unclassified", members);
  }

  @Test
  void aBundledTypeIsClosed() {
    assertEquals(
        List.of("`AWS::SNS::Topic.Hush` is newer than this version of trailproof"),
        newer(BUNDLED, "AWS::SNS::Topic", "Hush", "on", "DisplayName", "x", "TopicName", "y"));
    assertEquals(List.of(), newer(BUNDLED, "AWS::Serverless::Function", "CodeUri", "x"));
    assertEquals(List.of(), newer(BUNDLED, "AWS::SSMIncidents::ResponsePlan", "Hush", "on"));
  }

  @Test
  void whatIsFoundOrUnsetIsNotHeldAgainstTheList() {
    assertEquals(
        List.of(),
        marks(BUNDLED, "aws_sns_topic", Existence.EXISTING, "unclassified", "hush", "on"));
    assertEquals(
        List.of(), newer(BUNDLED, "AWS::SNS::Topic", "Hush", new Value.Absent(Origin.NOWHERE)));
  }

  @Test
  void whatIsWrittenInsideIsHeldAgainstItsOwnType() {
    Value target = fields("Arn", "arn:aws:sns:us-east-1:111122223333:a", "Hush", "on");
    assertEquals(
        List.of("`AWS::Events::Rule.Targets.Hush` is newer than this version of trailproof"),
        newer(
            BUNDLED,
            "AWS::Events::Rule",
            "Targets",
            new Value.Items(List.of(target), Origin.NOWHERE)));
  }

  @Test
  void aValueThatSilencesIsToldFromOneThatDoesNot() {
    for (String silent : List.of("0", "x")) {
      assertEquals(
          List.of(
              "`AWS::Lambda::Function.ReservedConcurrentExecutions` may silence it, and how is not"
                  + " worked out"),
          marks(
              BUNDLED,
              "AWS::Lambda::Function",
              Existence.MANAGED,
              "silencing",
              "ReservedConcurrentExecutions",
              silent));
    }
    assertEquals(
        List.of(),
        marks(
            BUNDLED,
            "AWS::Lambda::Function",
            Existence.MANAGED,
            "silencing",
            "ReservedConcurrentExecutions",
            "5"));
  }

  @Test
  void aUsersTypeIsOpenUnlessItSaysOtherwise() {
    Value lines = new Value.Items(List.of(fields("Name", "a", "Tone", "b")), Origin.NOWHERE);
    Object[] set = {"Number", "1", "Lines", lines, "Hush", "on", "Note", "x"};
    assertEquals(List.of(), newer(with(""), "AWS::Pager::Pager", set));
    assertEquals(
        List.of(
            "`AWS::Pager::Pager.Lines.Tone` is newer than this version of trailproof",
            "`AWS::Pager::Pager.Hush` is newer than this version of trailproof",
            "`AWS::Pager::Pager.Note` is newer than this version of trailproof"),
        newer(with("    closed: true\n"), "AWS::Pager::Pager", set));
    Catalog stated =
        with(
            "    closed: { cloudformation: { documentation: [Note, Lines.Tone],"
                + " silencing: [Hush] } }\n");
    assertEquals(List.of(), newer(stated, "AWS::Pager::Pager", set));
    assertEquals(
        List.of("`AWS::Pager::Pager.Hush` may silence it, and how is not worked out"),
        marks(stated, "AWS::Pager::Pager", Existence.MANAGED, "silencing", set));
  }

  @Test
  void whatIsNotGivenIsNotSet() {
    Binding binding = BUNDLED.terraform("aws_sns_topic").orElseThrow();
    Value somewhere = new Value.Unknown("is not told", Origin.NOWHERE);
    Resource topic =
        binding
            .resources(
                new ResourceId("input", "a"),
                fields("hush", "on"),
                new Place(somewhere, somewhere),
                Existence.MANAGED,
                null,
                setting -> false)
            .get(0);
    assertEquals(List.of(), topic.property("unclassified").children());
  }
}
