package io.trailproof.input.terraform.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.trailproof.input.terraform.hcl.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  @TempDir Path temporary;

  private Path write(String file, String text) throws IOException {
    Path path = temporary.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private Sources open(String folder) {
    return Sources.of(
        SourceFolder.open(temporary.resolve(folder).toString()).value().orElseThrow(),
        FileNames.TERRAFORM);
  }

  private String place(Sources sources, List<String> path, String block) {
    return sources
        .resource(path, block)
        .map(one -> one.header().toString().substring(temporary.toString().length() + 1))
        .orElse("nowhere");
  }

  private static String local(Sources sources, String name) {
    return sources.local(List.of(), name).map(Definition::span).map(Object::toString).orElse("");
  }

  @Test
  void modulesAreFoundThroughTheirLocalSources() throws Exception {
    write(
        "tree/main.tf",
        "module \"a\" {\n source = \"./modules/a\"\n}\nmodule \"r\" {\n source = \"o/r/x\"\n}\n");
    write(
        "tree/modules/a/main.tf", "module \"b\" {\n source = \"../b\"\n}\n\ndata \"t\" \"d\" {}\n");
    write("tree/modules/b/x.tf.json", "{\"resource\": {\"t\": {\"n\": {}}}}");
    Sources sources = open("tree");
    assertEquals("tree/modules/a/main.tf:5:1", place(sources, List.of("a"), "data.t.d"));
    assertEquals("tree/modules/b/x.tf.json:1:21", place(sources, List.of("a", "b"), "t.n"));
    assertEquals("nowhere", place(sources, List.of("r"), "t.n"));
    assertEquals("nowhere", place(sources, List.of("b"), "t.n"));
  }

  @Test
  void nothingOutsideOfTheFolderIsOpened() throws Exception {
    write("outside/main.tf", "resource \"t\" \"n\" {}\n");
    write(
        "tree/main.tf",
        "module \"up\" {\n source = \"../outside\"\n}\nmodule \"link\" {\n source = \"./link\"\n}\n"
            + "module \"abs\" {\n source = \""
            + temporary.resolve("outside")
            + "\"\n}\n");
    Files.createSymbolicLink(temporary.resolve("tree/link"), temporary.resolve("outside"));
    Files.createSymbolicLink(
        temporary.resolve("tree/z.tf"), temporary.resolve("outside").resolve("main.tf"));
    Sources sources = open("tree");
    for (String call : List.of("up", "link", "abs")) {
      assertEquals("nowhere", place(sources, List.of(call), "t.n"), call);
    }
    assertEquals("nowhere", place(sources, List.of(), "t.n"));
  }

  @Test
  void aModuleThatCallsItselfComesToAnEnd() throws Exception {
    write("tree/main.tf", "module \"a\" {\n source = \"./\"\n}\nresource \"t\" \"n\" {}\n");
    Sources sources = open("tree");
    assertEquals("tree/main.tf:4:1", place(sources, List.of("a", "a", "a"), "t.n"));
    assertEquals("nowhere", place(sources, java.util.Collections.nCopies(4_000, "a"), "t.n"));
  }

  @Test
  void overrideFilesSayTheLastWord() throws Exception {
    write("tree/main.tf", "locals {\n a = x.y\n b = x.z\n}\n");
    write("tree/a_override.tf", "locals {\n  a = v.w\n}\n");
    write("tree/.hidden.tf", "locals {\n b = 1\n}\n");
    Sources sources = open("tree");
    assertEquals(temporary + "/tree/a_override.tf:2:7", local(sources, "a"));
    assertEquals(temporary + "/tree/main.tf:3:6", local(sources, "b"));
  }

  @Test
  void whatIsTooLargeOrNoTextIsLeftOut() throws Exception {
    write("tree/main.tf", "locals {\n a = 1\n}\n");
    write("tree/large.tf", "locals {\n b = 1\n}\n" + " ".repeat(Allowance.FILE_BYTES));
    Files.write(temporary.resolve("tree/broken.tf"), new byte[] {'a', '=', (byte) 0xff, '\n'});
    Sources sources = open("tree");
    assertFalse(local(sources, "a").isEmpty());
    assertEquals("", local(sources, "b"));
  }

  @Test
  void aFolderThatIsNotThereIsANote() {
    assertEquals(
        "NOTE unreadable-source",
        SourceFolder.open("no/such/folder").diagnostics().stream()
            .map(one -> one.severity() + " " + one.code())
            .findFirst()
            .orElse(""));
  }

  @Test
  void openTofuReadsItsOwnFilesInPlaceOfOthers() {
    List<String> all =
        List.of(
            "a.tf", "a.tofu", "b.tf.json", "b.tofu.json", "c.tf", "override.tf", "x_override.tofu");
    assertEquals(
        List.of("a.tofu", "b.tofu.json", "c.tf", "override.tf", "x_override.tofu"),
        FileNames.OPENTOFU.read(all));
    assertEquals(
        List.of("a.tf", "b.tf.json", "c.tf", "override.tf"), FileNames.TERRAFORM.read(all));
  }
}
