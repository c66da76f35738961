package io.trailproof.repository;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.repository.Project.Artifact;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The notice in the jar names all that is packed into it, with licences whose texts are in it. */
final class ThirdPartyTest {
  private static final Pattern LICENCE =
      Pattern.compile("META-INF/[^/]*(LICENSE|LICENCE|NOTICE|COPYING)[^/]*");

  private final String notice;

  ThirdPartyTest() throws IOException {
    notice = Files.readString(Checkout.ROOT.resolve("src/main/resources/META-INF/THIRD-PARTY.md"));
  }

  /** What the project depends on at run time and what that does, with the jars they are in. */
  private static Map<String, Path> packed() throws IOException {
    Map<String, Path> found = new TreeMap<>();
    for (Artifact artifact : Project.ours().all("dependency")) {
      if (Set.of("", "compile", "runtime").contains(artifact.scope())) {
        follow(artifact, found);
      }
    }
    return found;
  }

  private static void follow(Artifact artifact, Map<String, Path> found) throws IOException {
    Path jar = jar(artifact.name());
    String name = artifact.group() + ":" + artifact.name();
    if (jar == null || found.put(name, jar) != null) {
      return;
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      ZipEntry pom = file.getEntry("META-INF/maven/" + name.replace(':', '/') + "/pom.xml");
      if (pom == null) {
        return;
      }
      for (Artifact next : Project.read(file.getInputStream(pom)).all("dependency")) {
        if (Set.of("", "compile", "runtime").contains(next.scope())) {
          String group = next.group().contains("${") ? artifact.group() : next.group();
          follow(new Artifact(group, next.name(), "", ""), found);
        }
      }
    }
  }

  /** The jar of that name on the class path; what we have excluded has none. */
  private static @Nullable Path jar(String name) throws IOException {
    Pattern file = Pattern.compile("jar:(file:.*/" + Pattern.quote(name) + "-[0-9][^/]*\\.jar)!.*");
    for (URL manifest :
        Collections.list(
            ThirdPartyTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
      Matcher matcher = file.matcher(manifest.toString());
      if (matcher.matches()) {
        return Path.of(URI.create(matcher.group(1)));
      }
    }
    return null;
  }

  @Test
  void noticeNamesWhatIsPackedAndNothingElse() throws Exception {
    Set<String> named =
        Pattern.compile("^\\| (\\S+:\\S+) \\|", Pattern.MULTILINE)
            .matcher(notice)
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(packed().keySet(), named);
  }

  @Test
  void everyLicenceThatAJarBringsIsNamed() throws Exception {
    for (Path jar : packed().values()) {
      try (JarFile file = new JarFile(jar.toFile())) {
        for (ZipEntry entry : file.stream().toList()) {
          if (LICENCE.matcher(entry.getName()).matches()) {
            String text = "`" + entry.getName().substring("META-INF/".length()) + "`";
            assertTrue(notice.contains(text), jar.getFileName() + " brings " + text);
          }
        }
      }
    }
  }

  @Test
  void everyTextThatIsNamedIsPacked() {
    for (MatchResult row : rows()) {
      for (String text : requireNonNull(row.group(1)).split(", ", -1)) {
        String resource = "META-INF/" + text.replace("`", "");
        assertTrue(ThirdPartyTest.class.getClassLoader().getResource(resource) != null, resource);
      }
    }
    assertTrue(rows().size() > 10);
  }

  private List<MatchResult> rows() {
    return Pattern.compile("^\\|[^|]+\\|[^|]+\\| (`.+`) \\|$", Pattern.MULTILINE)
        .matcher(notice)
        .results()
        .toList();
  }
}
