package io.trailproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.diagnostic.Outcome;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws of the readers over seeded mutations of small documents. */
final class DocumentProperties {
  private static final List<String> SEEDS =
      List.of(
          "{\"Resources\": {\"é\": {\"Type\": \"AWS::SNS::Topic\", \"n\": [1, 2.5e3, true,"
              + " null]}}}",
          """
          Resources:
            A: &a {Type: "x\\u00e9 ${B}", é: 'it''s'}
            B: !Sub
              - |
                one ${X}
                  two
              - <<: *a
                X: !GetAtt A.Arn
            C: >-
              fold
              ed ${Y} 😀

              end
            D: plain
              over lines # note
            ? e
            : [*a, ~, 0x1F, 12:30, 2020-01-01]
          """,
          "%YAML 1.1\n--- !Transform\r\n- \"a\r\n  b\\\r\n  c\"\r\n- |2+\r\n    x\r\n\r\n...\r\n");
  private static final String ALPHABET =
      "{}[]:,&*!|>'\"%@`#-?<~\\ \t\n\r\u0000\u0007\u0085\u2028\uFEFFéßa1.0xeE+_$=😀";

  @Test
  void readersNeverThrowAndEverySpanLiesInItsFile() {
    Random random = new Random(20240917);
    for (int round = 0; round < 40_000; round++) {
      SourceFile file = SourceFile.ofText("f", mutated(random));
      for (Outcome<Node> outcome :
          List.of(JsonStream.read(file), YamlReader.read(file), Documents.read(file))) {
        outcome.value().ifPresent(node -> assertInside(node, file));
        assertTrue(outcome.built() != null || !outcome.diagnostics().isEmpty());
        outcome
            .diagnostics()
            .forEach(d -> assertInside(d.primary() == null ? file.span(0, 0) : d.primary().span()));
        outcome
            .diagnostics()
            .forEach(d -> assertEquals(1, d.message().lines().count(), d.message()));
      }
    }
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    for (int n = random.nextInt(4); n >= 0; n--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
        case 1 -> text.setLength(Math.max(1, at));
        case 2 -> text.insert(at, text.substring(Math.max(0, at - random.nextInt(9)), at));
        default -> {
          int point = ALPHABET.codePointAt(random.nextInt(ALPHABET.length()));
          text.insert(at, Character.toString(Character.isSurrogate((char) point) ? 'x' : point));
        }
      }
    }
    return text.toString();
  }

  private static void assertInside(Node node, SourceFile file) {
    assertInside(node.span());
    node.asSequence().ifPresent(s -> s.items().forEach(item -> assertInside(item, file)));
    node.asMapping()
        .ifPresent(
            m ->
                m.members()
                    .forEach(
                        member -> {
                          assertInside(member.keySpan());
                          assertInside(member.value(), file);
                        }));
    node.asScalar()
        .ifPresent(
            scalar -> {
              int length = scalar.text().length();
              assertInside(scalar.part(0, length));
              assertInside(scalar.part(length / 2, length));
              assertInside(scalar.part(length, length));
            });
  }

  private static void assertInside(Span span) {
    assertTrue(span.end() <= span.file().length(), () -> span.start() + ".." + span.end());
  }
}
