package io.trailproof.cli;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.input.configuration.AcceptanceEntry;
import io.trailproof.input.configuration.ConfigurationFile;
import io.trailproof.source.Limits;
import io.trailproof.source.PathName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code trailproof accept}: writes down that somebody answers for a finding until a day. */
final class AcceptCommand implements Command {
  private static final String UNTIL = "--until";
  private static final String REASON = "--reason";
  private static final String DEPLOYMENT = "--deployment";
  private static final String CONFIG = "--config";
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*");

  @Override
  public String name() {
    return "accept";
  }

  @Override
  public Usage usage() {
    Usage usage =
        new Usage(
            "trailproof accept",
            "Accepts a finding until a day: it stays what it is, and fails no run.",
            "Exit codes: 0 written, 2 usage, 3 the file cannot be read or written, 70 internal"
                + " error.");
    usage.words("CODE", Usage.Count.ONE, "rule and requirement, as reports show them");
    usage.words(
        "ADDRESS",
        Usage.Count.ONE,
        "the resource, as reports show it; '' where the finding has none");
    usage.text("DATE", "the last day, by UTC, as in 2027-03-31", UNTIL);
    usage.text("TEXT", "why, and who answers for it", REASON);
    usage.text("NAME", "the deployment it is found in (default: any)", DEPLOYMENT);
    usage.text("FILE", "the configuration to write to (default: trailproof.yaml)", CONFIG);
    return usage;
  }

  @Override
  public ExitCode run(Arguments arguments, Terminal terminal) {
    String code = arguments.word(0).orElse("");
    if (!CODE.matcher(code).matches()) {
      throw refusal("`" + code + "` is no code of a finding: ID/REQUIREMENT");
    }
    List<String> rules = new Wiring().rules().stream().map(rule -> rule.id()).toList();
    String rule = code.substring(0, code.indexOf('/'));
    if (!rules.contains(rule)) {
      throw refusal("there is no rule `" + rule + "`");
    }
    AcceptanceEntry entry =
        new AcceptanceEntry(
            code,
            arguments.word(1).orElse(""),
            arguments.text(DEPLOYMENT),
            needed(arguments, REASON),
            date(arguments));
    return write(entry, arguments.text(CONFIG).orElse(ConfigurationFile.FILE), terminal);
  }

  private static ExitCode write(AcceptanceEntry entry, String name, Terminal terminal) {
    Optional<Path> named = PathName.of(name);
    if (named.isEmpty()) {
      return failed("`" + name + "` is no path", terminal);
    }
    Path file = named.get();
    try {
      if (Files.isSymbolicLink(file)
          || (Files.exists(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))) {
        return failed("`" + name + "` is no file of its own", terminal);
      }
      byte[] bytes = Files.exists(file) ? start(file) : new byte[0];
      if (bytes.length > Limits.YAML_BYTES) {
        return failed(
            "`" + name + "` is larger than " + (Limits.YAML_BYTES >> 20) + " MiB", terminal);
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String with = entry.into(text);
      Optional<Diagnostic> failure = new ReportFile(name).write(with);
      if (failure.isPresent()) {
        Complaint.of(failure.get()).to(terminal);
        return ExitCode.UNREADABLE;
      }
    } catch (AcceptanceEntry.Refused refused) {
      return failed(String.valueOf(refused.getMessage()), terminal);
    } catch (CharacterCodingException e) {
      return failed("`" + name + "` is no text in UTF-8", terminal);
    } catch (IOException e) {
      return failed("`" + name + "` cannot be read", terminal);
    }
    terminal
        .out()
        .append("accepted until " + entry.until() + ": wrote an entry to `")
        .append(terminal.bare().plain(name))
        .append("`\n");
    return ExitCode.PROVEN;
  }

  /** What a file holds, or enough of it to tell that it is too large. */
  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes((int) Limits.YAML_BYTES + 1);
    }
  }

  private static ExitCode failed(String why, Terminal terminal) {
    new Complaint("accept", why, List.of()).to(terminal);
    return ExitCode.UNREADABLE;
  }

  private static String needed(Arguments arguments, String option) {
    String text = arguments.text(option).orElse("");
    if (text.isBlank()) {
      throw refusal("say `" + option + "`: nothing is accepted without it");
    }
    return text;
  }

  private static LocalDate date(Arguments arguments) {
    String text = needed(arguments, UNTIL);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new Misuse("`" + UNTIL + "` takes a date as in 2027-03-31, not `" + text + "`", e);
    }
  }

  private static Misuse refusal(String message) {
    return new Misuse(message);
  }
}
