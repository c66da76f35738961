package io.trailproof.build.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What {@code equals}, {@code hashCode} and {@code toString} of a record do, as static methods of
 * the record: the same that {@code java.lang.runtime.ObjectMethods} would do, to the hash.
 */
final class RecordMethods {
  private static final String FACTORY = "java/lang/runtime/ObjectMethods";
  private static final int STATIC =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

  private final ClassNode node;
  private final Map<String, MethodInsnNode> calls = new HashMap<>();

  /** A component, which a field of the record holds. */
  private record Component(String name, Type type) {}

  RecordMethods(ClassNode node) {
    this.node = node;
  }

  /** Whether a call is one of a method that every record has. */
  static boolean makes(InvokeDynamicInsnNode call) {
    return call.bsm.getOwner().equals(FACTORY);
  }

  /** What stands in place of the call. */
  MethodInsnNode call(InvokeDynamicInsnNode call) {
    return calls.computeIfAbsent(call.name, name -> made(call));
  }

  private MethodInsnNode made(InvokeDynamicInsnNode call) {
    List<Component> components = new ArrayList<>();
    for (int i = 2; i < call.bsmArgs.length; i++) {
      Handle getter = (Handle) call.bsmArgs[i];
      components.add(new Component(getter.getName(), Type.getType(getter.getDesc())));
    }
    String name = "plain$" + call.name;
    MethodVisitor code = node.visitMethod(STATIC, name, call.desc, null, null);
    code.visitCode();
    switch (call.name) {
      case "equals" -> equal(code, components);
      case "hashCode" -> hash(code, components);
      case "toString" -> text(code, components);
      default -> throw new IllegalStateException("a record's " + call.name);
    }
    code.visitMaxs(0, 0);
    code.visitEnd();
    return new MethodInsnNode(Opcodes.INVOKESTATIC, node.name, name, call.desc, false);
  }

  private void equal(MethodVisitor code, List<Component> components) {
    Label differ = new Label();
    Label compare = new Label();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitJumpInsn(Opcodes.IF_ACMPNE, compare);
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(compare);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitTypeInsn(Opcodes.INSTANCEOF, node.name);
    code.visitJumpInsn(Opcodes.IFEQ, differ);
    for (Component component : components) {
      load(code, 0, component);
      load(code, 1, component);
      differs(code, component.type(), differ);
    }
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(differ);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitInsn(Opcodes.ICONST_0);
    code.visitInsn(Opcodes.IRETURN);
  }

  private static void differs(MethodVisitor code, Type type, Label differ) {
    switch (type.getSort()) {
      case Type.BOOLEAN, Type.CHAR, Type.BYTE, Type.SHORT, Type.INT ->
          code.visitJumpInsn(Opcodes.IF_ICMPNE, differ);
      case Type.LONG -> {
        code.visitInsn(Opcodes.LCMP);
        code.visitJumpInsn(Opcodes.IFNE, differ);
      }
      case Type.FLOAT, Type.DOUBLE -> {
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            Conversion.box(type).getInternalName(),
            "compare",
            Type.getMethodDescriptor(Type.INT_TYPE, type, type),
            false);
        code.visitJumpInsn(Opcodes.IFNE, differ);
      }
      default -> {
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            "java/util/Objects",
            "equals",
            "(Ljava/lang/Object;Ljava/lang/Object;)Z",
            false);
        code.visitJumpInsn(Opcodes.IFEQ, differ);
      }
    }
  }

  private void hash(MethodVisitor code, List<Component> components) {
    code.visitInsn(Opcodes.ICONST_0);
    for (Component component : components) {
      code.visitIntInsn(Opcodes.BIPUSH, 31);
      code.visitInsn(Opcodes.IMUL);
      load(code, 0, component);
      Type type = component.type();
      boolean primitive = type.getSort() < Type.ARRAY;
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          primitive ? Conversion.box(type).getInternalName() : "java/util/Objects",
          "hashCode",
          primitive ? Type.getMethodDescriptor(Type.INT_TYPE, type) : "(Ljava/lang/Object;)I",
          false);
      code.visitInsn(Opcodes.IADD);
    }
    code.visitInsn(Opcodes.IRETURN);
  }

  private void text(MethodVisitor code, List<Component> components) {
    String builder = "java/lang/StringBuilder";
    code.visitTypeInsn(Opcodes.NEW, builder);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, builder, "<init>", "()V", false);
    String before = simpleName() + "[";
    for (Component component : components) {
      append(code, before + component.name() + "=");
      before = ", ";
      load(code, 0, component);
      append(code, component.type());
    }
    append(code, components.isEmpty() ? before + "]" : "]");
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, builder, "toString", "()Ljava/lang/String;", false);
    code.visitInsn(Opcodes.ARETURN);
  }

  private static void append(MethodVisitor code, String text) {
    code.visitLdcInsn(text);
    append(code, Type.getObjectType("java/lang/String"));
  }

  private static void append(MethodVisitor code, Type type) {
    Type taken =
        switch (type.getSort()) {
          case Type.BYTE, Type.SHORT -> Type.INT_TYPE;
          case Type.ARRAY -> Type.getObjectType("java/lang/Object");
          case Type.OBJECT ->
              Type.getObjectType(
                  type.getInternalName().equals("java/lang/String")
                      ? "java/lang/String"
                      : "java/lang/Object");
          default -> type;
        };
    Type builder = Type.getObjectType("java/lang/StringBuilder");
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        builder.getInternalName(),
        "append",
        Type.getMethodDescriptor(builder, taken),
        false);
  }

  /** What {@code Class.getSimpleName} says of the record. */
  private String simpleName() {
    return node.innerClasses.stream()
        .filter(inner -> inner.name.equals(node.name) && inner.innerName != null)
        .map(inner -> inner.innerName)
        .findFirst()
        .orElse(node.name.substring(node.name.lastIndexOf('/') + 1));
  }

  private void load(MethodVisitor code, int local, Component component) {
    code.visitVarInsn(Opcodes.ALOAD, local);
    if (local > 0) {
      code.visitTypeInsn(Opcodes.CHECKCAST, node.name);
    }
    code.visitFieldInsn(
        Opcodes.GETFIELD, node.name, component.name(), component.type().getDescriptor());
  }
}
