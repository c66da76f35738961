package io.trailproof.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.trailproof.document.Documents;
import io.trailproof.document.Node;
import io.trailproof.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlWriterTest {
  @Test
  void resourcesStandInTheirSection() {
    YamlWriter out = new YamlWriter();
    out.section("Resources");
    out.resource(
        Part.of("AWS::X::Y", "One", "Why it\nis there.", Field.of("Name", "one"))
            .beside(Field.of("DependsOn", "Two")));
    out.resource(
        Part.of(
            "AWS::X::Z",
            "Two",
            "",
            Field.of(
                "List",
                Term.items(
                    Term.reference("One"),
                    Term.reference("One.Arn"),
                    Term.fields(
                        Field.of("A", Term.number(1)),
                        Field.of("B", Term.joined(Term.reference("One"), Term.words("/${x}"))))))));
    out.resource(Part.of("AWS::X::Z", "Three", ""));
    assertEquals(
        """
        Resources:
          # Why it
          # is there.
          One:
            Type: AWS::X::Y
            DependsOn: Two
            Properties:
              Name: one

          Two:
            Type: AWS::X::Z
            Properties:
              List:
                - !Ref One
                - !GetAtt One.Arn
                - A: 1
                  B: !Sub '${One}/${!x}'

          Three:
            Type: AWS::X::Z
        """,
        out.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain words, of (many) kinds",
        "arn:aws:sns:eu-central-1:111122223333:soc",
        "2012-10-17",
        "1e3",
        "0x1f",
        "yes",
        "Null",
        "it's",
        "a: b",
        "a #b",
        "a:",
        " a",
        "a ",
        "*",
        "&x",
        "!Ref x",
        "{ $.eventName = \"a\" }",
        "- a",
        "? a",
        "[a]",
        "%a",
        "@a",
        "`a",
        "\"",
        "|",
        ">",
        "=",
        "~",
        "",
        "a\nb\t\"\\"
      })
  void everyTextIsReadBackAsItIs(String text) {
    String written =
        new YamlWriter().members(List.of(Field.of("Key", text), Field.of("Next", "x"))).text();
    Node read = Documents.read(SourceFile.ofText("t.yaml", written)).value().orElseThrow();
    Node.Mapping members = assertInstanceOf(Node.Mapping.class, read, written);
    Node.Scalar value =
        assertInstanceOf(Node.Scalar.class, members.get("Key").orElseThrow(), written);
    assertEquals(text, value.text(), written);
    assertEquals(Node.Kind.STRING, value.kind(), written);
  }
}
