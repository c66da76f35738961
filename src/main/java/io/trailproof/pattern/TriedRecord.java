package io.trailproof.pattern;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A log message to try a pattern on.
 *
 * @param line the line of its file where it begins
 * @param message the raw message
 */
public record TriedRecord(long line, String message) {
  /**
   * The records of a file: JSON objects or messages, one a line or all in one JSON text; of what
   * AWS hands records out in, what is inside.
   */
  public static List<TriedRecord> of(SourceFile file) {
    Json whole = Json.read(file.text()).value();
    if (whole instanceof Json.Obj object) {
      return inside(1, object).orElseGet(() -> List.of(new TriedRecord(1, whole.print())));
    }
    if (whole instanceof Json.Arr records
        && records.elements().stream().allMatch(one -> one instanceof Json.Obj)) {
      return elements(1, records);
    }
    List<TriedRecord> lines = new ArrayList<>();
    long number = 0;
    for (String line : file.text().lines().toList()) {
      number++;
      if (!line.isBlank()) {
        lines.addAll(
            inside(number, Json.read(line).value()).orElse(List.of(new TriedRecord(number, line))));
      }
    }
    return lines;
  }

  /**
   * What is inside a file that CloudTrail delivers, an event of EventBridge, and what {@code aws
   * logs filter-log-events} and {@code aws cloudtrail lookup-events} print; empty if it is none.
   */
  private static Optional<List<TriedRecord>> inside(long line, @Nullable Json text) {
    if (!(text instanceof Json.Obj object)) {
      return Optional.empty();
    }
    Map<String, Json> members = object.members();
    if (members.get("Records") instanceof Json.Arr records) {
      return Optional.of(elements(line, records));
    }
    if (members.containsKey("detail-type") && members.get("detail") instanceof Json.Obj detail) {
      return Optional.of(List.of(new TriedRecord(line, detail.print())));
    }
    Optional<List<TriedRecord>> logged = messages(line, members.get("events"), "message");
    return logged.isPresent() ? logged : messages(line, members.get("Events"), "CloudTrailEvent");
  }

  private static List<TriedRecord> elements(long line, Json.Arr records) {
    return records.elements().stream()
        .flatMap(
            one -> inside(line, one).orElse(List.of(new TriedRecord(line, one.print()))).stream())
        .toList();
  }

  /** The messages of a list of which every item has one. */
  private static Optional<List<TriedRecord>> messages(
      long line, @Nullable Json list, String member) {
    if (!(list instanceof Json.Arr items)) {
      return Optional.empty();
    }
    List<TriedRecord> messages = new ArrayList<>();
    for (Json item : items.elements()) {
      if (!(item instanceof Json.Obj object
          && object.members().get(member) instanceof Json.Str message)) {
        return Optional.empty();
      }
      messages.add(new TriedRecord(line, message.value()));
    }
    return Optional.of(messages);
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
