package io.trailproof.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.trailproof.cli.Harmless;
import io.trailproof.cli.Invocation;
import io.trailproof.report.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Runs the program over a case, with every format of output at once, and holds what it prints
 * against what must hold of any input: no fault of ours, nothing that steers a terminal or a
 * runner, no secret, and every format well formed.
 */
final class Outputs implements FuzzTarget.Oracle {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** What a runner takes for a command wherever it stands in a line. */
  private static final Pattern ANYWHERE = Pattern.compile("##\\[|##vso\\[");

  private static final Pattern ACTIVE =
      Pattern.compile("<script|<iframe|<img|<link|javascript:|<[^>]* on[a-z]+=");

  /** The commands that take every format. */
  private static final Set<String> REPORTING = Set.of("check", "report");

  private static final String SUMMARY = "summary.md";

  /** What one run printed, by format; standard error among it. */
  private record Printed(int status, Map<String, String> texts) {}

  @Override
  public Optional<Fault> fault(Specimen specimen, Path folder) throws IOException {
    write(specimen, folder);
    Printed printed = run(specimen, folder);
    String errors = printed.texts().getOrDefault("stderr", "");
    if (printed.status() == 70 || errors.contains("error[internal]")) {
      return Optional.of(Fault.thrown(errors));
    }
    if (!specimen.statuses().contains(printed.status())) {
      return Optional.of(
          new Fault(
              "exit code " + printed.status() + " instead of one of " + specimen.statuses(),
              errors + printed.texts().getOrDefault("stdout", "")));
    }
    for (Map.Entry<String, String> one : printed.texts().entrySet()) {
      Optional<Fault> fault = fault(one.getKey(), one.getValue(), specimen, printed.status());
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  /** Empties a folder and writes the files of a case into it. */
  static void write(Specimen specimen, Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var old = Files.walk(folder)) {
        for (Path one : old.filter(Files::isRegularFile).toList()) {
          Files.delete(one);
        }
      }
    }
    for (Map.Entry<String, byte[]> one : specimen.files().entrySet()) {
      Path file = folder.resolve(one.getKey());
      Path parent = file.getParent();
      Files.createDirectories(parent == null ? folder : parent);
      Files.write(file, one.getValue());
    }
  }

  private static Printed run(Specimen specimen, Path folder) throws IOException {
    boolean reports = REPORTING.contains(specimen.arguments().get(0));
    Path out = Files.createDirectories(folder.resolveSibling(folder.getFileName() + ".out"));
    List<String> arguments = new ArrayList<>();
    for (String argument : specimen.arguments()) {
      arguments.add(
          argument
              .replace(Specimen.FOLDER, folder.toString())
              .replace(Specimen.TEXT, new String(specimen.bytes(), StandardCharsets.UTF_8)));
    }
    Files.deleteIfExists(out.resolve(SUMMARY));
    if (reports) {
      arguments.addAll(1, List.of("-f", Format.TEXT.word()));
    }
    for (Format format : Format.values()) {
      Files.deleteIfExists(out.resolve(format.word()));
      if (reports && format != Format.TEXT) {
        arguments.addAll(1, List.of("-f", format.word() + "=" + out.resolve(format.word())));
      }
    }
    Invocation.Ended ended =
        new Invocation()
            .with("TRAILPROOF_DEBUG", "1")
            .with("GITHUB_STEP_SUMMARY", out.resolve(SUMMARY).toString())
            .run(arguments.toArray(String[]::new));
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("stdout", ended.out());
    texts.put("stderr", ended.err());
    for (Format format : Format.values()) {
      put(texts, format.word(), out.resolve(format.word()));
    }
    put(texts, SUMMARY, out.resolve(SUMMARY));
    return new Printed(ended.status(), texts);
  }

  private static void put(Map<String, String> texts, String name, Path file) throws IOException {
    if (Files.exists(file)) {
      texts.put(name, Files.readString(file));
    }
  }

  private static Optional<Fault> fault(String format, String text, Specimen specimen, int status) {
    for (String secret : specimen.secrets()) {
      int at = text.indexOf(secret);
      if (at >= 0) {
        String around = text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 100));
        return Optional.of(new Fault("secret in " + format + ": " + shape(around), around));
      }
    }
    Optional<Fault> harm =
        Harmless.harm(text).map(one -> new Fault("harm in " + format + ": " + shape(one), one));
    if (harm.isEmpty() && ANYWHERE.matcher(text).find()) {
      return Optional.of(new Fault("command of a runner in " + format, text));
    }
    return harm.isPresent() ? harm : malformed(format, text, status);
  }

  /** The words that faults of one kind share. */
  private static String shape(String text) {
    String line = text.strip().lines().reduce("", (one, next) -> next);
    String words = line.replaceAll("[^ a-z`]+", "#").replaceAll("`[^`]*`", "``");
    return words.substring(0, Math.min(60, words.length()));
  }

  private static Optional<Fault> malformed(String format, String text, int status) {
    try {
      switch (format) {
        case "json", "gitlab" -> {
          JsonNode result = JSON.readTree(text);
          if (result.has("exitCode") && result.get("exitCode").asInt() != status) {
            return Optional.of(new Fault("json says another exit code than " + status, text));
          }
        }
        case "sarif" -> {
          if (!text.isEmpty()) {
            JSON.readTree(text);
          }
        }
        case "junit" -> parsed(text);
        case "html" -> {
          parsed(text.replaceFirst("<!DOCTYPE html>", ""));
          String markup = text.replaceAll("(?s)<style>.*?</style>", "");
          if (ACTIVE.matcher(markup).find()) {
            return Optional.of(new Fault("html runs or loads something", markup));
          }
        }
        default -> {}
      }
      return Optional.empty();
    } catch (JsonProcessingException | SAXException e) {
      return Optional.of(new Fault(format + " is malformed", e.getMessage() + "\n" + text));
    }
  }

  private static void parsed(String xml) throws SAXException {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // prints nothing
      builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
