package io.trailproof.aws.filterpattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pairs of pattern and message, most of them recorded from the real service. */
class VectorsTest {
  @Test
  void everyVectorIsRight() {
    List<String> wrong = new ArrayList<>();
    List<Map<String, Json>> vectors = Corpus.read("filter-patterns/vectors.json");
    for (Map<String, Json> vector : vectors) {
      String actual = answer(Corpus.text(vector, "pattern"), Corpus.get(vector, "event"));
      if (!actual.equals(Corpus.get(vector, "matches").print())) {
        wrong.add(Corpus.text(vector, "id") + ": " + actual);
      }
    }
    int right = vectors.size() - wrong.size();
    System.out.println("filter-pattern vectors: " + right + " right, " + wrong.size() + " wrong");
    assertEquals(List.of(), wrong);
  }

  private static String answer(String pattern, Json event) {
    String message = event instanceof Json.Str text ? text.value() : event.print();
    return FilterPattern.parse(pattern)
        .match(accepted -> word(accepted.pattern().matches(message)), rejected -> "\"invalid\"");
  }

  private static String word(Truth match) {
    return switch (match) {
      case YES -> "true";
      case NO -> "false";
      case UNKNOWN -> "unknown";
    };
  }
}
