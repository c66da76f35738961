package io.trailproof.aws.eventselector;

import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A basic event selector; what is not set has the default of the API: `All`, true and none (F8).
 *
 * @param excludedSources the services whose management events are left out (F9)
 */
public record BasicSelector(
    Partial<String> readWriteType,
    Partial<Boolean> includeManagementEvents,
    Partial<List<Partial<String>>> excludedSources) {

  private static final Set<String> TYPES = Set.of("All", "ReadOnly", "WriteOnly");
  private static final Set<String> EXCLUDABLE =
      Set.of("kms.amazonaws.com", "rdsdata.amazonaws.com");

  /** A selector with every default. */
  public static BasicSelector byDefault() {
    return new BasicSelector(Partial.unset(), Partial.unset(), Partial.unset());
  }

  /** What the API will refuse in it (F8, F9). */
  Optional<Recording> refused() {
    String type = readWriteType.orElse("All");
    if (!TYPES.contains(type)) {
      return Optional.of(Recording.refused("`readWriteType` cannot be `" + type + "`"));
    }
    return excludedSources.orElse(List.of()).stream()
        .map(source -> source.orElse(""))
        .filter(source -> !source.isEmpty() && !EXCLUDABLE.contains(source))
        .findFirst()
        .map(
            source ->
                Recording.refused(
                    "`excludeManagementEventSources` cannot hold `"
                        + source
                        + "`, only those of KMS and of the RDS Data API"));
  }

  /** Whether it takes the event (F8). */
  Recording takes(ManagementEvent event) {
    return switch (takes(event.source(), event.readOnly())) {
      case YES ->
          Recording.yes(
              "it takes management events with `readWriteType` `"
                  + readWriteType.orElse("All")
                  + "`");
      case NO -> Recording.no(reason(event));
      case UNKNOWN -> doubt();
    };
  }

  /** Whether it takes the events of a service, whatever their names. */
  Truth takes(String source, boolean readOnly) {
    return managed().and(ofKind(readOnly)).and(excludes(source).not());
  }

  private Truth managed() {
    return includeManagementEvents.is(true, true);
  }

  private Truth ofKind(boolean readOnly) {
    return readWriteType
        .is("All", "All")
        .or(readWriteType.is(readOnly ? "ReadOnly" : "WriteOnly", "All"));
  }

  private Truth excludes(String eventSource) {
    return excludedSources.match(
        sources ->
            sources.stream().map(source -> source.is(eventSource, "")).reduce(Truth.NO, Truth::or),
        () -> Truth.NO,
        // A legal list cannot hide any other service (F9).
        why -> EXCLUDABLE.contains(eventSource) ? Truth.UNKNOWN : Truth.NO);
  }

  private String reason(ManagementEvent event) {
    if (managed() == Truth.NO) {
      return "`includeManagementEvents` is false";
    }
    if (ofKind(event.readOnly()) == Truth.NO) {
      return "`readWriteType` is `"
          + readWriteType.orElse("All")
          + "`, and `"
          + event.name()
          + "` is a "
          + (event.readOnly() ? "read" : "write");
    }
    return "`excludeManagementEventSources` holds `" + event.source() + "`";
  }

  private Recording doubt() {
    return Recording.unknown(
        new Recording.Part("includeManagementEvents", includeManagementEvents),
        new Recording.Part("readWriteType", readWriteType),
        new Recording.Part("excludeManagementEventSources", excludedSources));
  }
}
