package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a template writes where an address of one's own belongs proves nothing. */
final class DefaultsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "security@acme.test, pass",
    "admin@example.com, unknown",
    "your-email@acme.test, unknown",
    "you@yourcompany.com, unknown",
    "<address>, unknown",
    "changeme@acme.test, unknown",
    "'', fail",
    "yourself@acme.test, pass"
  })
  void aDefaultIsTakenUnlessItIsAStandIn(String address, String verdict) throws IOException {
    String template =
        "Parameters: {Email: {Type: String, Default: '"
            + address
            + "'}}\n"
            + Chains.template("Endpoint: security@acme.test", "Endpoint: !Ref Email");
    Path file = Files.writeString(folder.resolve("t.yaml"), template);
    assertEquals(verdict, Checked.of(file.toString()).verdict());
    assertEquals(
        "pass", Checked.of("--parameter", "Email=soc@acme.test", file.toString()).verdict());
  }
}
