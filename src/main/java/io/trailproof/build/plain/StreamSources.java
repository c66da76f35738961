package io.trailproof.build.plain;

import io.trailproof.sequence.Gathering;
import io.trailproof.sequence.IntSequence;
import io.trailproof.sequence.Sequence;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Has streams come from {@link Sequence}, and collectors from {@link Gathering}, where classes ask
 * the JDK for one. What is done with them stays the same: both are what their interface says.
 */
final class StreamSources {
  private static final String STREAM = "java/util/stream/Stream";
  private static final String MADE = "()L" + STREAM + ";";
  private static final Set<String> STATIC =
      Set.of(
          "of(Ljava/lang/Object;)L" + STREAM + ";",
          "of([Ljava/lang/Object;)L" + STREAM + ";",
          "empty()L" + STREAM + ";",
          "concat(L" + STREAM + ";L" + STREAM + ";)L" + STREAM + ";");

  /** The names of the collectors; all of each. */
  private static final Set<String> COLLECTORS =
      Set.of("joining", "toSet", "toUnmodifiableSet", "toCollection");

  private StreamSources() {}

  /** Rewrites a class, and says whether there was anything to rewrite. */
  static boolean rewrite(ClassNode host) {
    if (host.name.startsWith(packageOf(Sequence.class))) {
      return false;
    }
    boolean changed = false;
    for (MethodNode method : host.methods) {
      for (AbstractInsnNode at : method.instructions.toArray()) {
        if (at instanceof MethodInsnNode call) {
          changed |= rewrite(call);
        }
      }
    }
    return changed;
  }

  private static boolean rewrite(MethodInsnNode call) {
    switch (call.owner) {
      case STREAM -> {
        return call.getOpcode() == Opcodes.INVOKESTATIC
            && STATIC.contains(call.name + call.desc)
            && instead(call, Sequence.class, call.name, call.desc);
      }
      case "java/util/stream/Collectors" -> {
        return COLLECTORS.contains(call.name)
            && instead(call, Gathering.class, call.name, call.desc);
      }
      case "java/util/Arrays" -> {
        String of = "([Ljava/lang/Object;)L" + STREAM + ";";
        return call.name.equals("stream")
            && call.desc.equals(of)
            && instead(call, Sequence.class, "of", of);
      }
      case "java/lang/String" -> {
        boolean isLetters = call.name.equals("chars") || call.name.equals("codePoints");
        return isLetters
            && instead(
                call, IntSequence.class, call.name, "(L" + call.owner + ";)" + returned(call));
      }
      default -> {
        if (!call.name.equals("stream") || !call.desc.equals(MADE)) {
          return false;
        }
        if (!call.owner.startsWith("java/util/")) {
          return false; // one of ours, whose body is rewritten
        }
        String of = call.owner.equals("java/util/Optional") ? call.owner : "java/util/Collection";
        return instead(call, Sequence.class, "stream", "(L" + of + ";)L" + STREAM + ";");
      }
    }
  }

  private static boolean instead(MethodInsnNode call, Class<?> owner, String name, String type) {
    call.setOpcode(Opcodes.INVOKESTATIC);
    call.owner = Type.getInternalName(owner);
    call.name = name;
    call.desc = type;
    call.itf = false;
    return true;
  }

  private static Type returned(MethodInsnNode call) {
    return Type.getReturnType(call.desc);
  }

  private static String packageOf(Class<?> type) {
    return Type.getInternalName(type).replace(type.getSimpleName(), "");
  }
}
