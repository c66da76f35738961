package io.trailproof.aws.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.aws.alarm.Evaluation.MissingData;
import io.trailproof.aws.alarm.Marks.Mark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables of the CloudWatch documentation on missing data: the oldest datapoint comes first
 * there.
 */
final class EvaluationTest {

  @ParameterizedTest
  @CsvSource({
    "3, 0-X-X, OK, OK, OK, OK",
    "3, ----0, OK, OK, OK, OK",
    "3, -----, INSUFFICIENT_DATA, KEEP, ALARM, OK",
    "3, 0XX-X, ALARM, ALARM, ALARM, ALARM",
    "3, --X--, ALARM, KEEP, ALARM, OK",
    "2, 0-X-X, ALARM, ALARM, ALARM, ALARM",
    "2, 00X0X, ALARM, ALARM, ALARM, ALARM",
    "2, 0-X--, OK, OK, ALARM, OK",
    "2, ----0, OK, OK, ALARM, OK",
    "2, ---X-, ALARM, KEEP, ALARM, OK",
  })
  void theDocumentedTablesHold(
      int datapoints, String points, String missing, String ignore, String breaching, String not) {
    List<Mark> newestFirst = new ArrayList<>();
    for (char point : new StringBuilder(points).reverse().toString().toCharArray()) {
      newestFirst.add(point == 'X' ? Mark.BREACHING : point == '0' ? Mark.FINE : Mark.MISSING);
    }
    String[] expected = {missing, not, ignore, breaching};
    for (MissingData treatment : MissingData.values()) {
      String wanted = expected[List.of(MissingData.values()).indexOf(treatment)];
      for (AlarmState previous : AlarmState.values()) {
        AlarmState next = new Evaluation(datapoints, 3, treatment).next(previous, newestFirst);
        assertEquals(
            wanted.equals("KEEP") ? previous : AlarmState.valueOf(wanted),
            next,
            points + " " + treatment);
      }
    }
  }
}
