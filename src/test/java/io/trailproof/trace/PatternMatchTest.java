package io.trailproof.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.filterpattern.Corpus;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns against records, by the tables that were recorded of the service. */
final class PatternMatchTest {
  private static final TracedRecord RECORD =
      TracedRecord.of(
              """
              {"eventName":"PutRolePolicy","eventSource":"iam.amazonaws.com","readOnly":false,
               "errorCode":null,"count":10,"tags":["a",null,{"k":"v"}],"user":{"type":"Root"}}\
              """)
          .orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{ $.eventName = PutRolePolicy } ; YES",
        "{ $.eventName = putrolepolicy } ; NO",
        "{ $.eventName = Put* && $.eventSource = *amazonaws.com } ; YES",
        "{ $.eventName = Put*Policy } ; UNKNOWN",
        "{ $.eventName = Get*Policy } ; NO",
        "{ $.eventName != DeletePolicy } ; YES",
        "{ $.missing != x } ; NO",
        "{ $.readOnly = false } ; NO",
        "{ $.readOnly IS FALSE } ; YES",
        "{ $.errorCode NOT EXISTS } ; NO",
        "{ $.errorCode IS NULL } ; YES",
        "{ $.tags IS NULL } ; YES",
        "{ $.count > 9 && $.count <= 10 } ; YES",
        "{ $.tags[*] = a } ; YES",
        "{ $.tags[0] = a } ; YES",
        "{ $.tags[*].k = v } ; YES",
        "{ $.tags[*] != a } ; NO",
        "{ $.user.type = %^R.*t$% } ; YES",
        "{ $.user.type = Root && ($.eventName = A || $.eventName = B) } ; NO",
        "PutRolePolicy -DeleteRolePolicy ; YES",
        "?nothing ?iam.amazonaws.com ; YES",
        "{ $.eventName == PutRolePolicy } ; NO",
      })
  void matchesAsTheServiceDoes(String pattern, Truth expected) {
    assertEquals(expected, PatternMatch.of(pattern, RECORD).matches(), pattern);
  }

  @Test
  void saysWhichClauseDecides() {
    String pattern =
        "{ $.eventSource = \"iam.amazonaws.com\" && ($.eventName = A || $.eventName = Put*) }";
    assertEquals(
        "`$.eventSource=iam.amazonaws.com` and `$.eventName=Put*`",
        PatternMatch.of(pattern, RECORD).clause());
    assertEquals(
        "`$.user.type=IAMUser`",
        PatternMatch.of("{ $.eventName = * && $.user.type = IAMUser }", RECORD).clause());
  }

  @Test
  void contradictsNoRecordingOfTheService() {
    List<String> wrong = new ArrayList<>();
    int told = 0;
    for (Map<String, Json> vector : Corpus.read("filter-patterns/vectors.json")) {
      Json event = Corpus.get(vector, "event");
      String message = event instanceof Json.Str text ? text.value() : event.print();
      String expected = Corpus.get(vector, "matches").print();
      TracedRecord record = TracedRecord.of(message).orElse(null);
      if (record == null || !List.of("true", "false").contains(expected)) {
        continue;
      }
      Truth match = PatternMatch.of(Corpus.text(vector, "pattern"), record).matches();
      told += match.isUnknown() ? 0 : 1;
      if (match == Truth.of(expected.equals("false"))) {
        wrong.add(Corpus.text(vector, "id"));
      }
    }
    System.out.println("trace vectors: " + told + " told, " + wrong.size() + " wrong");
    assertEquals(List.of(), wrong);
    assertTrue(told > 400, "most of them are told");
  }
}
