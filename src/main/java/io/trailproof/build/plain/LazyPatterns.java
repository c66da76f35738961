package io.trailproof.build.plain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Has constants that are regular expressions compiled when they are first asked for, where the
 * class as it stands compiles all of them when it is loaded: a run needs few of them.
 *
 * <p>Only what is compiled from constants, and private, so that no other class reads the field.
 */
final class LazyPatterns {
  private static final String PATTERN = "java/util/regex/Pattern";
  private static final String TYPE = "L" + PATTERN + ";";

  /** Per field, the class and the name, what compiles its pattern. */
  private final Map<String, List<AbstractInsnNode>> made = new HashMap<>();

  /** Finds the patterns of some classes. */
  LazyPatterns(Collection<ClassNode> classes) {
    for (ClassNode host : classes) {
      for (MethodNode method : host.methods) {
        if (method.name.equals("<clinit>")) {
          takeFrom(host, method);
        }
      }
    }
  }

  /** Rewrites a class, and says whether there was anything to rewrite. */
  boolean rewrite(ClassNode one) {
    boolean changed = false;
    for (MethodNode method : one.methods) {
      changed |= ask(method);
    }
    for (FieldNode field : one.fields) {
      List<AbstractInsnNode> compiling = made.get(one.name + "." + field.name);
      if (compiling != null) {
        // Volatile, it is seen whole or not at all.
        field.access = (field.access & ~Opcodes.ACC_FINAL) | Opcodes.ACC_VOLATILE;
        getter(one, field.name, compiling);
        changed = true;
      }
    }
    return changed;
  }

  private void takeFrom(ClassNode host, MethodNode initializer) {
    for (AbstractInsnNode at : initializer.instructions.toArray()) {
      if (at instanceof FieldInsnNode field
          && field.getOpcode() == Opcodes.PUTSTATIC
          && field.desc.equals(TYPE)
          && isPrivate(host, field.name)) {
        List<AbstractInsnNode> code = compiling(field);
        if (!code.isEmpty()) {
          code.forEach(initializer.instructions::remove);
          initializer.instructions.remove(field);
          made.put(host.name + "." + field.name, code);
        }
      }
    }
  }

  /** Only its nest reads such a field, whose nature may change. */
  private static boolean isPrivate(ClassNode host, String name) {
    for (FieldNode field : host.fields) {
      if (field.name.equals(name)) {
        return (field.access & Opcodes.ACC_PRIVATE) != 0;
      }
    }
    return false;
  }

  /** The instructions before that compile constants, or none. */
  private static List<AbstractInsnNode> compiling(FieldInsnNode field) {
    AbstractInsnNode call = before(field);
    if (!(call instanceof MethodInsnNode method)
        || !method.owner.equals(PATTERN)
        || !method.name.equals("compile")) {
      return List.of();
    }
    List<AbstractInsnNode> code = new ArrayList<>();
    code.add(call);
    AbstractInsnNode at = call;
    for (int i = 0; i < Type.getArgumentTypes(method.desc).length; i++) {
      at = before(at);
      if (at == null || !isConstant(at)) {
        return List.of();
      }
      code.add(0, at);
    }
    return code;
  }

  private static boolean isConstant(AbstractInsnNode at) {
    return at instanceof LdcInsnNode
        || at instanceof IntInsnNode
        || (at.getOpcode() >= Opcodes.ICONST_0 && at.getOpcode() <= Opcodes.ICONST_5);
  }

  /** The instruction before; labels and lines are none. */
  private static @Nullable AbstractInsnNode before(AbstractInsnNode at) {
    AbstractInsnNode previous = at.getPrevious();
    while (previous != null && previous.getOpcode() < 0) {
      previous = previous.getPrevious();
    }
    return previous;
  }

  private boolean ask(MethodNode method) {
    boolean changed = false;
    for (AbstractInsnNode at : method.instructions.toArray()) {
      if (at instanceof FieldInsnNode field
          && field.getOpcode() == Opcodes.GETSTATIC
          && made.containsKey(field.owner + "." + field.name)) {
        method.instructions.set(
            at,
            new MethodInsnNode(
                Opcodes.INVOKESTATIC, field.owner, getterOf(field.name), "()" + TYPE, false));
        changed = true;
      }
    }
    return changed;
  }

  private static String getterOf(String field) {
    return "plain$" + field;
  }

  /** Two threads may compile the same; whichever pattern is kept, they are alike. */
  private static void getter(ClassNode host, String field, List<AbstractInsnNode> compiling) {
    MethodVisitor code =
        host.visitMethod(
            Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, getterOf(field), "()" + TYPE, null, null);
    code.visitCode();
    code.visitFieldInsn(Opcodes.GETSTATIC, host.name, field, TYPE);
    code.visitInsn(Opcodes.DUP);
    Label isThere = new Label();
    code.visitJumpInsn(Opcodes.IFNONNULL, isThere);
    code.visitInsn(Opcodes.POP);
    compiling.forEach(each -> each.accept(code));
    code.visitInsn(Opcodes.DUP);
    code.visitFieldInsn(Opcodes.PUTSTATIC, host.name, field, TYPE);
    code.visitLabel(isThere);
    code.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {PATTERN});
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
