package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Terraform on this machine, with a provider in the folder that {@code
 * TRAILPROOF_TERRAFORM_PLUGINS} names. It plans without a network: who calls is told by a server of
 * its own.
 */
final class InstalledTerraform implements AutoCloseable {
  private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":\"[^\"]*\"");

  private static final String CALLER =
      "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
          + "<GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/planner</Arn>"
          + "<UserId>AIDAPLANNER</UserId><Account>111122223333</Account></GetCallerIdentityResult>"
          + "<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>"
          + "</GetCallerIdentityResponse>";

  private static final String ROLE =
      "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
          + "<AssumeRoleResult><AssumedRoleUser><AssumedRoleId>AROAPLANNER:p</AssumedRoleId>"
          + "<Arn>arn:aws:sts::111122223333:assumed-role/planner/p</Arn></AssumedRoleUser>"
          + "<Credentials><AccessKeyId>test</AccessKeyId><SecretAccessKey>test</SecretAccessKey>"
          + "<SessionToken>test</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>"
          + "</Credentials></AssumeRoleResult>"
          + "<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></AssumeRoleResponse>";

  private final Path program;
  private final String plugins;
  private final HttpServer callers;

  private InstalledTerraform(Path program, String plugins) throws IOException {
    this.program = program;
    this.plugins = plugins;
    callers = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    callers.createContext(
        "/",
        exchange -> {
          String asked =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] answer =
              (asked.contains("Action=AssumeRole") ? ROLE : CALLER)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/xml");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    callers.start();
  }

  /** Ends the test that asks for it where there is none. */
  static InstalledTerraform orSkip() throws IOException {
    String plugins = System.getenv("TRAILPROOF_TERRAFORM_PLUGINS");
    assumeTrue(plugins != null, "TRAILPROOF_TERRAFORM_PLUGINS names no folder of plugins");
    Optional<Path> found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .map(folder -> Path.of(folder, "terraform"))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "terraform is not installed");
    return new InstalledTerraform(found.get(), plugins);
  }

  /** The plan in JSON of a folder with sources, made at a time that is always the same. */
  String plan(Path folder, String region) throws IOException, InterruptedException {
    run(folder, region, "fmt", "-check", "-diff", "-no-color");
    run(folder, region, "init", "-no-color", "-plugin-dir=" + plugins);
    run(folder, region, "plan", "-no-color", "-input=false", "-out=tfplan");
    Matcher made = TIMESTAMP.matcher(run(folder, region, "show", "-json", "tfplan"));
    return made.replaceAll("\"timestamp\":\"2026-12-01T00:00:00Z\"");
  }

  /** The plan in JSON of a folder with sources, made without asking AWS what there is. */
  String planOfNew(Path folder, String region) throws IOException, InterruptedException {
    Optional<Path> unpacked = unpacked();
    if (unpacked.isPresent()) {
      Path settings = folder.resolve("overrides.tfrc");
      Files.writeString(
          settings,
          "provider_installation {\n  dev_overrides {\n    \"hashicorp/aws\" = \""
              + unpacked.get()
              + "\"\n  }\n}\n");
      run(folder, region, "get", "-no-color");
    } else {
      run(folder, region, "init", "-no-color", "-plugin-dir=" + plugins);
    }
    run(folder, region, "plan", "-no-color", "-input=false", "-refresh=false", "-out=tfplan");
    return run(folder, region, "show", "-json", "tfplan");
  }

  /** True if a file is as the program formats it. */
  boolean isFormatted(Path file) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(program.toString(), "fmt", "-check", file.toString())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("TF_"));
    Process process = builder.start();
    process.getInputStream().readAllBytes();
    return process.waitFor() == 0;
  }

  /** The folder of the program that is the provider, if it is not packed. */
  private Optional<Path> unpacked() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(plugins))) {
      return files
          .filter(one -> one.getFileName().toString().startsWith("terraform-provider-aws_v5"))
          .filter(Files::isExecutable)
          .map(Path::getParent)
          .map(Path::toAbsolutePath)
          .findFirst();
    }
  }

  private String run(Path folder, String region, String... words)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile("terraform", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(words)).toList())
            .directory(folder.toFile())
            .redirectError(said.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("TF_") || name.startsWith("AWS_"));
    Path settings = folder.resolve("overrides.tfrc");
    if (Files.exists(settings)) {
      environment.put("TF_CLI_CONFIG_FILE", settings.toString());
    }
    environment.put("TF_VAR_alert_email", "security@acme.example");
    environment.put("CHECKPOINT_DISABLE", "1");
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SECRET_ACCESS_KEY", "test");
    environment.put("AWS_REGION", region);
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:" + callers.getAddress().getPort());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> List.of(words) + "\n" + out + "\n" + text(said));
    Files.delete(said);
    return out;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    callers.stop(0);
  }
}
