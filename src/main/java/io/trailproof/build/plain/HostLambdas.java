package io.trailproof.build.plain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * One class for the lambdas and method references of a class, where {@code LambdaMetafactory} would
 * make one of each: to load a class takes longer than to call most of them. Its objects know which
 * lambda they are, and the methods of the interfaces choose by that.
 */
final class HostLambdas {
  /** What the name of such a class has after that of the class that holds the lambdas. */
  static final String MARK = "$$";

  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final String WHICH = "which";

  private final ClassNode node = new ClassNode();

  private final Predicate<Type> isInterface;

  private final Set<Type> interfaces = new LinkedHashSet<>();

  /** By name and type of the interface's method. */
  private final Map<String, List<LambdaBody>> bodies = new LinkedHashMap<>();

  private final Set<String> factories = new LinkedHashSet<>();
  private final Set<String> constructors = new LinkedHashSet<>();
  private final Set<String> fields = new LinkedHashSet<>();

  /**
   * The class of a host, as yet without lambdas.
   *
   * @param number which of the host's such classes it is
   */
  HostLambdas(ClassNode host, String nestHost, int number, Predicate<Type> isInterface) {
    this.isInterface = isInterface;
    node.version = host.version;
    node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    node.name = host.name + MARK + number;
    node.superName = "java/lang/Object";
    node.nestHostClass = nestHost;
    field(Type.INT_TYPE, WHICH);
  }

  /** Whether a call makes a lambda that is an object of its interface and of nothing else. */
  static boolean makes(InvokeDynamicInsnNode call) {
    return call.bsm.getOwner().equals(FACTORY) && call.bsm.getName().equals("metafactory");
  }

  /** The interfaces that its objects have. */
  Set<Type> interfaces() {
    return interfaces;
  }

  /** Takes in a lambda; what is returned stands in place of the call. */
  InsnList add(InvokeDynamicInsnNode call) {
    LambdaBody body = new LambdaBody(call, node.name, isInterface);
    interfaces.add(body.type());
    List<LambdaBody> alike =
        bodies.computeIfAbsent(call.name + body.erased().getDescriptor(), any -> new ArrayList<>());
    alike.add(body);
    body.captures().forEach(capture -> field(capture.held(), capture.field()));
    if (constructors.add(body.constructor())) {
      constructor(body);
    }
    if (factories.add(body.factory())) {
      factory(body);
    }
    InsnList code = new InsnList();
    code.add(push(alike.size() - 1));
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, node.name, "of", body.factory(), false));
    return code;
  }

  /** The class with the methods of all its lambdas. */
  ClassNode finish() {
    node.interfaces = interfaces.stream().map(Type::getInternalName).toList();
    bodies.values().forEach(this::method);
    return node;
  }

  private static AbstractInsnNode push(int number) {
    return new IntInsnNode(number <= Byte.MAX_VALUE ? Opcodes.BIPUSH : Opcodes.SIPUSH, number);
  }

  private void field(Type type, String name) {
    if (fields.add(name)) {
      node.visitField(
          Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, name, type.getDescriptor(), null, null);
    }
  }

  /** Takes what a lambda holds, and then which one it is; fields of others stay unset. */
  private void constructor(LambdaBody body) {
    MethodVisitor code =
        node.visitMethod(Opcodes.ACC_PRIVATE, "<init>", body.constructor(), null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    int local = 1;
    for (LambdaBody.Capture capture : body.captures()) {
      local = keep(code, capture.held(), capture.field(), local);
    }
    keep(code, Type.INT_TYPE, WHICH, local);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private int keep(MethodVisitor code, Type type, String field, int local) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
    code.visitFieldInsn(Opcodes.PUTFIELD, node.name, field, type.getDescriptor());
    return local + type.getSize();
  }

  /** The same as the call: it takes what is captured, and leaves an object of the interface. */
  private void factory(LambdaBody body) {
    MethodVisitor code = node.visitMethod(Opcodes.ACC_STATIC, "of", body.factory(), null, null);
    code.visitCode();
    code.visitTypeInsn(Opcodes.NEW, node.name);
    code.visitInsn(Opcodes.DUP);
    int local = 0;
    for (Type type : Type.getArgumentTypes(body.factory())) {
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
      local += type.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, node.name, "<init>", body.constructor(), false);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** One method of an interface, or of several that have the same. */
  private void method(List<LambdaBody> alike) {
    LambdaBody first = alike.get(0);
    MethodVisitor code =
        node.visitMethod(
            Opcodes.ACC_PUBLIC, first.name(), first.erased().getDescriptor(), null, null);
    code.visitCode();
    if (alike.size() > 1) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, node.name, WHICH, "I");
      Label[] labels = new Label[alike.size() - 1];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = new Label();
      }
      Label last = new Label();
      code.visitTableSwitchInsn(0, labels.length - 1, last, labels);
      for (int i = 0; i < labels.length; i++) {
        code.visitLabel(labels[i]);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        alike.get(i).write(code);
      }
      code.visitLabel(last);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
    alike.get(alike.size() - 1).write(code);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
