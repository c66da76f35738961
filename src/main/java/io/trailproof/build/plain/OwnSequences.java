package io.trailproof.build.plain;

import io.trailproof.sequence.FixedList;
import io.trailproof.sequence.Gathering;
import io.trailproof.sequence.IntSequence;
import io.trailproof.sequence.Ranking;
import io.trailproof.sequence.Sequence;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Has streams, collectors, comparators and lists that do not change come from {@code
 * io.trailproof.sequence}, where classes ask the JDK for one. What is done with them stays the
 * same: all are what their interfaces say.
 */
final class OwnSequences {
  private static final String STREAM = "Ljava/util/stream/Stream;";
  private static final String LIST = "Ljava/util/List;";
  private static final String OF_ARRAY = "([Ljava/lang/Object;)" + STREAM;
  private static final String OWN = "io/trailproof/sequence/";

  private static final Set<String> STREAMS =
      Set.of(
          "of(Ljava/lang/Object;)" + STREAM,
          "of" + OF_ARRAY,
          "empty()" + STREAM,
          "concat(" + STREAM + STREAM + ")" + STREAM);

  private static final Set<String> LISTS =
      Set.of(
          "of()" + LIST,
          "of(Ljava/lang/Object;)" + LIST,
          "of(Ljava/lang/Object;Ljava/lang/Object;)" + LIST,
          "of(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)" + LIST,
          "of([Ljava/lang/Object;)" + LIST,
          "copyOf(Ljava/util/Collection;)" + LIST);

  private static final Set<String> COLLECTORS =
      Set.of("joining", "toSet", "toUnmodifiableSet", "toCollection");

  private static final Set<String> COMPARATORS = Set.of("comparing", "comparingInt");

  private OwnSequences() {}

  /** Rewrites a class, and says whether there was anything to rewrite. */
  static boolean rewrite(ClassNode host) {
    if (host.name.startsWith(OWN)) {
      return false;
    }
    boolean changed = false;
    for (MethodNode method : host.methods) {
      for (AbstractInsnNode at : method.instructions.toArray()) {
        if (at instanceof MethodInsnNode call) {
          changed |=
              call.getOpcode() == Opcodes.INVOKESTATIC ? rewriteStatic(call) : rewriteOther(call);
        }
      }
    }
    return changed;
  }

  private static boolean rewriteStatic(MethodInsnNode call) {
    return switch (call.owner) {
      case "java/util/stream/Stream" ->
          STREAMS.contains(call.name + call.desc)
              && instead(call, Sequence.class, call.name, call.desc);
      case "java/util/stream/Collectors" ->
          COLLECTORS.contains(call.name) && instead(call, Gathering.class, call.name, call.desc);
      case "java/util/Comparator" ->
          COMPARATORS.contains(call.name) && instead(call, Ranking.class, call.name, call.desc);
      case "java/util/Arrays" ->
          call.name.equals("stream")
              && call.desc.equals(OF_ARRAY)
              && instead(call, Sequence.class, "of", OF_ARRAY);
      case "java/util/List" ->
          LISTS.contains(call.name + call.desc)
              && instead(call, FixedList.class, call.name, call.desc);
      default -> false;
    };
  }

  private static boolean rewriteOther(MethodInsnNode call) {
    if (call.owner.equals("java/lang/String")) {
      return (call.name.equals("chars") || call.name.equals("codePoints"))
          && instead(call, IntSequence.class, call.name, taking(call.owner, call));
    }
    // A method of ours that is called the same is rewritten by itself.
    boolean isAsked =
        call.owner.startsWith("java/util/")
            && call.name.equals("stream")
            && call.desc.equals("()" + STREAM);
    String of = call.owner.equals("java/util/Optional") ? call.owner : "java/util/Collection";
    return isAsked && instead(call, Sequence.class, call.name, taking(of, call));
  }

  /** The type of a method that takes what the call is of, and nothing else. */
  private static String taking(String owner, MethodInsnNode call) {
    return "(L" + owner + ";)" + Type.getReturnType(call.desc).getDescriptor();
  }

  private static boolean instead(MethodInsnNode call, Class<?> owner, String name, String type) {
    call.setOpcode(Opcodes.INVOKESTATIC);
    call.owner = Type.getInternalName(owner);
    call.name = name;
    call.desc = type;
    call.itf = false;
    return true;
  }
}
