package io.trailproof.build.plain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** What is an interface, and which of them one class cannot have together for their methods. */
final class InterfaceMethods {
  private final Map<String, ClassNode> own;
  private final Map<String, Map<String, Boolean>> known = new HashMap<>();
  private final Map<String, ClassNode> others = new HashMap<>();

  /**
   * Those of some classes, and of all that the build can see.
   *
   * @param own by internal name
   */
  InterfaceMethods(Map<String, ClassNode> own) {
    this.own = own;
  }

  /** Whether a type is an interface, and no class or array. */
  boolean isInterface(Type type) {
    try {
      return type.getSort() == Type.OBJECT
          && (read(type.getInternalName()).access & Opcodes.ACC_INTERFACE) != 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * True if one of two interfaces has a method with a body that the other has too: a class of both
   * would have one of them for the two. What both inherit counts as well, which is rare.
   */
  boolean clash(Type one, Set<Type> others) throws IOException {
    Map<String, Boolean> mine = of(one.getInternalName());
    for (Type other : others) {
      for (Map.Entry<String, Boolean> method : of(other.getInternalName()).entrySet()) {
        Boolean hasBody = mine.get(method.getKey());
        if (hasBody != null && (hasBody || method.getValue()) && !one.equals(other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether its methods have a body, own and inherited ones, by name and type. */
  private Map<String, Boolean> of(String type) throws IOException {
    Map<String, Boolean> before = known.get(type);
    if (before != null) {
      return before;
    }
    Map<String, Boolean> all = new HashMap<>();
    ClassNode node = read(type);
    for (String parent : node.interfaces) {
      of(parent).forEach((method, hasBody) -> all.merge(method, hasBody, Boolean::logicalOr));
    }
    for (MethodNode method : node.methods) {
      if ((method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0) {
        boolean hasBody = (method.access & Opcodes.ACC_ABSTRACT) == 0;
        all.merge(method.name + method.desc, hasBody, Boolean::logicalOr);
      }
    }
    known.put(type, all);
    return all;
  }

  private ClassNode read(String type) throws IOException {
    ClassNode mine = own.get(type);
    if (mine != null) {
      return mine;
    }
    ClassNode before = others.get(type);
    if (before != null) {
      return before;
    }
    ClassNode node = new ClassNode();
    try (InputStream in =
        InterfaceMethods.class.getClassLoader().getResourceAsStream(type + ".class")) {
      if (in == null) {
        throw new IOException("no class " + type);
      }
      new ClassReader(in).accept(node, ClassReader.SKIP_CODE);
    }
    others.put(type, node);
    return node;
  }
}
