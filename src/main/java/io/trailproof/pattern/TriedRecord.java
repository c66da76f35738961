package io.trailproof.pattern;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A log message to try a pattern on.
 *
 * @param line the line of its file where it begins
 * @param message the raw message
 */
public record TriedRecord(long line, String message) {
  /**
   * The records of a file: one JSON object, an array of them, the records of a delivered CloudTrail
   * file, or one message a line.
   */
  public static List<TriedRecord> of(SourceFile file) {
    Json whole = Json.read(file.text()).value();
    if (whole instanceof Json.Obj object) {
      return object.members().get("Records") instanceof Json.Arr records
          ? elements(records)
          : List.of(new TriedRecord(1, whole.print()));
    }
    if (whole instanceof Json.Arr records
        && records.elements().stream().allMatch(one -> one instanceof Json.Obj)) {
      return elements(records);
    }
    List<TriedRecord> lines = new ArrayList<>();
    long number = 0;
    for (String line : file.text().lines().toList()) {
      number++;
      if (!line.isBlank()) {
        lines.add(new TriedRecord(number, line));
      }
    }
    return lines;
  }

  private static List<TriedRecord> elements(Json.Arr records) {
    return records.elements().stream().map(one -> new TriedRecord(1, one.print())).toList();
  }

  RecordMatch match(FilterPattern pattern) {
    Truth match = pattern.matches(message);
    return new RecordMatch(
        line,
        switch (match) {
          case YES -> "matches";
          case NO -> "does not match";
          case UNKNOWN -> "cannot be told";
        });
  }
}
