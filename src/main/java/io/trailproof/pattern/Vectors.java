package io.trailproof.pattern;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Message;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of patterns, log events and what the service answered to them, held against this engine.
 *
 * @param wrong the ids of the vectors that this engine answers in another way
 */
public record Vectors(int total, List<String> wrong) {
  private static final String INVALID = "invalid";

  /** What is wrong with a file of vectors. */
  private enum Fault implements Code {
    NO_LIST("expected a list of vectors");

    static final String ID = "invalid-vectors";

    private final String text;

    Fault(String text) {
      this.text = text;
    }

    @Override
    public Message message() {
      return Message.error(ID, text);
    }
  }

  public Vectors {
    wrong = List.copyOf(wrong);
  }

  /** How many are right. */
  public int right() {
    return total - wrong.size();
  }

  /** Runs the vectors of a document: a list of mappings with id, pattern, event and matches. */
  public static Outcome<Vectors> run(Node root) {
    List<Diagnostic> problems = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    List<Node> items = root.asSequence().map(Node.Sequence::items).orElse(List.of());
    if (root.asSequence().isEmpty()) {
      problems.add(Fault.NO_LIST.at(root.span()));
    }
    for (Node item : items) {
      MappingReader vector = new MappingReader(item, Fault.ID, problems);
      String expected = vector.need("matches");
      String answer =
          vector.get("event").map(event -> answer(vector.need("pattern"), event)).orElse("");
      if (!answer.equals(expected)) {
        wrong.add(vector.need("id"));
      }
    }
    return new Outcome<>(new Vectors(items.size(), wrong), problems);
  }

  private static String answer(String pattern, Node event) {
    return FilterPattern.parse(pattern)
        .match(accepted -> word(match(accepted.pattern(), event)), rejected -> INVALID);
  }

  /** A string is the raw message; an object stands for the text of it without blanks. */
  private static Truth match(FilterPattern pattern, Node event) {
    return event.asString().isPresent()
        ? pattern.matches(event.asString().get())
        : serialised(pattern, event);
  }

  private static Truth serialised(FilterPattern pattern, Node event) {
    Json record = Json.read(event.span().text()).value();
    return record == null ? Truth.UNKNOWN : pattern.matches(record);
  }

  private static String word(Truth match) {
    return switch (match) {
      case YES -> "true";
      case NO -> "false";
      case UNKNOWN -> "unknown";
    };
  }
}
