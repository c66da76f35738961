package io.trailproof.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trailproof.json.Json;
import io.trailproof.pattern.PatternStudy;
import io.trailproof.pattern.RecordMatch;
import io.trailproof.pattern.TriedRecord;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Which rules mean which records. {@code _origin} tells the samples of AWS's documentation from
 * records that were composed; {@code _rules} are the rules, by what the record says in words.
 */
final class FamilyRecordsTest {
  private static final SourceFile FILE = SourceFile.ofText("records", text());

  @TestFactory
  Stream<DynamicTest> everyRecordIsMeantByItsRules() {
    List<TriedRecord> records = TriedRecord.of(FILE);
    List<List<String>> meaning = new ArrayList<>();
    records.forEach(any -> meaning.add(new ArrayList<>()));
    RulesFolder.RULES.stream()
        .filter(rule -> !rule.isAboutWords() && !RulesFolder.isDerived(rule))
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .forEach(
            rule -> {
              for (Event event : rule.events()) {
                List<RecordMatch> matches =
                    PatternStudy.of(event.asPattern(), List.of(), records).records();
                for (int i = 0; i < matches.size(); i++) {
                  if (!matches.get(i).answer().equals("does not match")) {
                    meaning.get(i).add(rule.id());
                  }
                }
              }
            });
    return Stream.iterate(0, i -> i < records.size(), i -> i + 1)
        .map(
            i ->
                dynamicTest(
                    "line " + (i + 1),
                    () -> assertEquals(expected(records.get(i)), meaning.get(i))));
  }

  private static List<String> expected(TriedRecord record) {
    Json.Obj object = (Json.Obj) Objects.requireNonNull(Json.read(record.message()).value());
    return ((Json.Arr) Objects.requireNonNull(object.members().get("_rules")))
        .elements().stream().map(one -> ((Json.Str) one).value()).toList();
  }

  private static String text() {
    String name = "family-records.jsonl";
    try (InputStream in =
        Objects.requireNonNull(FamilyRecordsTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
