package io.trailproof.input.configuration;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.document.RepeatedKeys;
import io.trailproof.document.SchemaCheck;
import io.trailproof.document.Unquoted;
import io.trailproof.document.YamlReader;
import io.trailproof.graph.Resource;
import io.trailproof.input.NamedFile;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.declared.DeclaredReader;
import io.trailproof.source.PathName;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds and reads {@code trailproof.yaml}, whole, against its schema. */
public final class ConfigurationFile {
  /** The file that is looked for where the program runs. */
  public static final String FILE = "trailproof.yaml";

  private static final Set<String> SECTIONS = Set.of("accept", "declared", "deployments", "rules");
  private static final Set<String> DEPLOYMENT =
      Set.of("inputs", "region", "account", "parameters", "source", "rules", "require");

  private final Supplier<Catalog> catalog;
  private final ReadSettings settings;
  private final Function<List<StatedFolder>, NameableRules> rules;

  /**
   * A reader that knows the types that can be declared.
   *
   * @param catalog asked once the folders that the file names are read
   * @param rules the rules that there are, those in the folders that the file names included; asked
   *     once for each file that is YAML
   */
  public ConfigurationFile(
      Supplier<Catalog> catalog,
      ReadSettings settings,
      Function<List<StatedFolder>, NameableRules> rules) {
    this.catalog = catalog;
    this.settings = settings;
    this.rules = rules;
  }

  /** That of a named file, or of the one where the program runs; none where there is none. */
  public Configuration read(Optional<String> named) {
    String name = named.orElse(FILE);
    boolean foundByItself = named.isEmpty();
    if (foundByItself) {
      Path path = Path.of(name);
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return Configuration.NONE;
      }
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        return unread(name, true, List.of(ConfigurationError.LINK.of(name, name)));
      }
    }
    Outcome<SourceFile> file = NamedFile.open(name);
    return file.built() == null
        ? unread(name, foundByItself, file.diagnostics())
        : read(file.built(), foundByItself);
  }

  private static Configuration unread(String name, boolean foundByItself, List<Diagnostic> why) {
    return new Configuration(
        Optional.of(name), foundByItself, List.of(), List.of(), Map.of(), List.of(), why, false);
  }

  private Configuration read(SourceFile file, boolean foundByItself) {
    Outcome<Node> document = YamlReader.read(file);
    // What is no YAML may be anything, and what is left of it a secret.
    List<Diagnostic> problems =
        new ArrayList<>(
            document.built() == null
                ? Unquoted.all(document.diagnostics())
                : document.diagnostics());
    List<Resource> declared = new ArrayList<>();
    List<StatedDeployment> deployments = new ArrayList<>();
    Map<String, RuleSettings> settingsOfRules = new LinkedHashMap<>();
    List<AcceptedFinding> accepted = new ArrayList<>();
    if (document.built() != null) {
      MappingReader root = new MappingReader(document.built(), ConfigurationError.ID, problems);
      root.allow(SECTIONS);
      problems.addAll(RepeatedKeys.of(document.built(), ConfigurationError.TWICE));
      NameableRules nameable = rules.apply(RuleSection.folders(root));
      root.mapping("declared")
          .ifPresent(
              some ->
                  declared.addAll(
                      new DeclaredReader(catalog.get(), settings)
                          .read(file.name(), some, problems)));
      root.get("rules")
          .filter(section -> section.asMapping().isPresent())
          .ifPresent(
              some -> settingsOfRules.putAll(new RuleSection(nameable).read(root.reader(some))));
      accepted.addAll(new AcceptSection(nameable).read(root.mappings("accept")));
      root.mapping("deployments")
          .ifPresent(some -> deployments.addAll(deployments(some, nameable)));
      if (problems.stream().noneMatch(Diagnostic::isError)) {
        problems.addAll(
            SchemaCheck.of("trailproof", ConfigurationError.ID).check(document.built()));
      }
    }
    List<Diagnostic> told =
        WithheldLines.unquoted(problems, file, document.value(), SECTIONS, DEPLOYMENT);
    return problems.stream().anyMatch(Diagnostic::isError)
        ? unread(file.name(), foundByItself, told)
        : new Configuration(
            Optional.of(file.name()),
            foundByItself,
            declared,
            deployments,
            settingsOfRules,
            accepted,
            told,
            true);
  }

  private static List<StatedDeployment> deployments(MappingReader all, NameableRules nameable) {
    List<StatedDeployment> read = new ArrayList<>();
    for (Node.Member member : all.members()) {
      MappingReader one = all.reader(member.value());
      one.allow(DEPLOYMENT);
      read.add(deployment(member, one, nameable));
    }
    return read;
  }

  private static StatedDeployment deployment(
      Node.Member member, MappingReader one, NameableRules nameable) {
    if (one.get("inputs").isEmpty()) {
      one.need("inputs");
    }
    for (String input : one.texts("inputs")) {
      if (isAbove(input)) {
        outside("inputs", input, one);
      }
    }
    for (String key : new String[] {"parameters", "source"}) {
      for (String file : one.texts(key)) {
        if (isAbove(file) || PathName.of(file).filter(ConfigurationFile::leadsOut).isPresent()) {
          outside(key, file, one);
        }
      }
    }
    checkRules(one, nameable);
    Optional<Node.Mapping> given = one.get("parameters").flatMap(Node::asMapping);
    Map<String, String> parameters = new LinkedHashMap<>();
    given.ifPresent(
        some ->
            some.members()
                .forEach(
                    parameter ->
                        parameter
                            .value()
                            .asScalar()
                            .ifPresent(value -> parameters.put(parameter.key(), value.text()))));
    return new StatedDeployment(
        member.key(),
        one.texts("inputs"),
        one.text("region"),
        one.text("account"),
        parameters,
        given.isPresent() ? List.of() : one.texts("parameters"),
        one.texts("source"),
        one.texts("rules"),
        one.text("require").map(text -> !text.equals("false")).orElse(true),
        member.keySpan());
  }

  private static void outside(String key, String name, MappingReader one) {
    one.problem(ConfigurationError.OUTSIDE, one.get(key).map(Node::span).orElse(one.span()), name);
  }

  private static boolean isAbove(String name) {
    return name.startsWith("/") || List.of(name.split("/")).contains("..");
  }

  /** True for what a link leads out of the folder, and for what has no end, such as a pipe. */
  private static boolean leadsOut(Path path) {
    try {
      return path.isAbsolute()
          || (Files.exists(path)
              && (!path.toRealPath().startsWith(PathName.HERE.toRealPath())
                  || !(Files.isRegularFile(path) || Files.isDirectory(path))));
    } catch (IOException e) {
      return true;
    }
  }

  private static void checkRules(MappingReader one, NameableRules nameable) {
    for (String word : one.texts("rules")) {
      nameable.now(word, one, one.get("rules").map(Node::span).orElse(one.span()));
      if (nameable.areAll()) {
        nameable
            .refusal()
            .apply(word)
            .ifPresent(
                why ->
                    one.problem(
                        ConfigurationError.NO_SUCH_RULES
                            .at(one.get("rules").map(Node::span).orElse(one.span()), why.message())
                            .withHelp(why.help())));
      }
    }
  }
}
