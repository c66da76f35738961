package io.trailproof.build;

import io.trailproof.document.Knowledge;
import io.trailproof.document.PackedWriter;
import io.trailproof.json.Json;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes named sections as {@link Knowledge} finds them. The same sections give the same parts. */
final class KnowledgeWriter {
  /** What the text of a constant takes at most. */
  private static final int LONGEST = 65_535;

  private final SortedMap<String, String> sections = new TreeMap<>();

  /**
   * Adds a section of one tree.
   *
   * @throws IllegalArgumentException if there is one of that name, or the tree has holes
   */
  void add(String name, Json tree) {
    add(name, new PackedWriter().tree(tree));
  }

  /**
   * Adds a section.
   *
   * @throws IllegalArgumentException if there is one of that name, or it cannot be told from others
   */
  void add(String name, PackedWriter values) {
    if (name.isEmpty() || name.indexOf(Knowledge.MORE) >= 0 || name.indexOf(Knowledge.LAST) >= 0) {
      throw new IllegalArgumentException("no name of a section: " + name);
    }
    if (sections.put(name, values.packed()) != null) {
      throw new IllegalArgumentException("two sections " + name);
    }
  }

  /**
   * The parts of all sections, and of the list of them, by the hashes of their names.
   *
   * @throws IllegalStateException if two names have one hash
   */
  NavigableMap<Integer, String> parts() {
    NavigableMap<Integer, String> parts = new TreeMap<>();
    split("", new PackedWriter().texts(List.copyOf(sections.keySet())).packed(), parts);
    sections.forEach((name, packed) -> split(name, packed, parts));
    return parts;
  }

  private static void split(String section, String packed, Map<Integer, String> into) {
    int from = 0;
    int number = 0;
    do {
      String name = Knowledge.part(section, number++);
      int room = LONGEST - encoded(name, 0, name.length()) - 1;
      int to = from;
      while (to < packed.length() && room >= encoded(packed, to, to + 1)) {
        room -= encoded(packed, to, to + 1);
        to++;
      }
      char next = to < packed.length() ? Knowledge.MORE : Knowledge.LAST;
      if (into.put(name.hashCode(), name + next + packed.substring(from, to)) != null) {
        throw new IllegalStateException("its hash is another one's too: " + name);
      }
      from = to;
    } while (from < packed.length());
  }

  /** The bytes that a stretch takes in a class. */
  private static int encoded(String text, int from, int to) {
    int bytes = 0;
    for (int i = from; i < to; i++) {
      char letter = text.charAt(i);
      bytes += letter > 0 && letter < 0x80 ? 1 : letter < 0x800 ? 2 : 3;
    }
    return bytes;
  }

  /**
   * The bytes of a class whose method {@code part} finds the parts.
   *
   * @param name its internal name
   */
  byte[] constants(String name) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    type.visit(Opcodes.V17, access, name, null, "java/lang/Object", null);
    MethodVisitor method =
        type.visitMethod(Opcodes.ACC_STATIC, "part", "(I)Ljava/lang/String;", null, null);
    NavigableMap<Integer, String> parts = parts();
    int[] hashes = parts.keySet().stream().mapToInt(Integer::intValue).toArray();
    Label[] labels = new Label[hashes.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = new Label();
    }
    Label none = new Label();
    method.visitCode();
    method.visitVarInsn(Opcodes.ILOAD, 0);
    method.visitLookupSwitchInsn(none, hashes, labels);
    for (int i = 0; i < labels.length; i++) {
      method.visitLabel(labels[i]);
      method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      method.visitLdcInsn(parts.get(hashes[i]));
      method.visitInsn(Opcodes.ARETURN);
    }
    method.visitLabel(none);
    method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    method.visitInsn(Opcodes.ACONST_NULL);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }
}
