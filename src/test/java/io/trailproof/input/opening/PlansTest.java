package io.trailproof.input.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several plans in one file, one a line. */
final class PlansTest {
  private static final String A = "{\"format_version\":\"1.2\",\"planned_values\":{}}";
  private static final String B = "{\"planned_values\":{},\"a\":\"}\\n{\"}";

  private static List<String> parts(String text) {
    return Plans.in(SourceFile.ofText("p.json", text)).stream()
        .map(part -> part.name() + "|" + part.text().strip())
        .toList();
  }

  @Test
  void eachIsCalledAfterItsLine() {
    assertEquals(List.of("p.json:1|" + A, "p.json:2|" + B), parts(A + "\n" + B + "\n"));
    assertEquals(List.of("p.json:2|" + A, "p.json:5|" + B), parts("\n" + A + "\n\n \r\n" + B));
    assertEquals(List.of("p.json:1|" + A, "p.json:2|" + B), parts(A + "\r\n  " + B + "  \r\n\n"));
  }

  @Test
  void oneDocumentIsTheFileItself() {
    for (String one :
        List.of(
            A, A + "\n\n", "{\n\"a\": {}\n}\n", "{}{}", "[\n{}\n,\n{}\n]", "{\"a\":\n{}}", "")) {
      SourceFile file = SourceFile.ofText("p.json", one);
      assertEquals(List.of(file), Plans.in(file), one);
    }
  }

  @Test
  void manyAreToldApartWhereverTheirLinesEnd() {
    for (int filling : new int[] {0, 65_400, 65_500, 65_536, 200_000}) {
      String lengthy = "{\"a\":\"" + "x".repeat(filling) + "\"}";
      List<String> all = parts((lengthy + "\n").repeat(3) + A);
      assertEquals(4, all.size());
      assertEquals("p.json:3|" + lengthy, all.get(2));
      assertEquals("p.json:4|" + A, all.get(3));
    }
  }

  @Test
  void placesAreThoseInTheWholeFile() {
    SourceFile second = Plans.in(SourceFile.ofText("p.json", A + "\n" + B + "\n")).get(1);
    assertEquals("2:1", place(second, 0));
    assertEquals("2:19", place(second, 18));
    assertEquals(B, second.line(3).text());
  }

  private static String place(SourceFile file, long offset) {
    return file.position(offset).line() + ":" + file.position(offset).column();
  }

  @Test
  void everyLineHasToBeAPlan() {
    assertEquals("terraform plan", Recognised.of("p.json", A + "\n" + B).kind());
    assertEquals(2, Recognised.of("p.json", A + "\n" + B).parts().size());
    Recognised log = Recognised.of("p.json", A + "\n{\"@level\":\"info\",\"@message\":\"x\"}\n");
    assertEquals("broken", log.kind());
    assertTrue(log.message().contains("the log of `terraform plan -json`"), log::message);
    Recognised other = Recognised.of("p.json", A + "\n{\"x\":1}\n");
    assertEquals("broken", other.kind());
    assertEquals("p.json:2", other.said().get(0).input());
  }
}
