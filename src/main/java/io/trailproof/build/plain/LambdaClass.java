package io.trailproof.build.plain;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The class of one lambda or method reference: what {@code LambdaMetafactory} would make of it. */
final class LambdaClass {
  /** What the names of such classes have after that of the class that holds the lambda. */
  static final String MARK = "$$";

  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

  private final ClassNode node = new ClassNode();
  private final Type[] captured;
  private final String factory;

  /**
   * The class of a call.
   *
   * @param number which of the host's lambdas it is
   */
  LambdaClass(ClassNode host, String nestHost, int number, InvokeDynamicInsnNode call) {
    captured = Type.getArgumentTypes(call.desc);
    factory = call.desc;
    node.version = host.version;
    node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    node.name = host.name + MARK + number;
    node.superName = "java/lang/Object";
    node.interfaces = List.of(Type.getReturnType(call.desc).getInternalName());
    node.nestHostClass = nestHost;
    for (int i = 0; i < captured.length; i++) {
      node.visitField(
          Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
          field(i),
          captured[i].getDescriptor(),
          null,
          null);
    }
    constructor();
    factory();
    method(call.name, (Type) call.bsmArgs[0], (Handle) call.bsmArgs[1], (Type) call.bsmArgs[2]);
  }

  /** Whether a call makes a lambda that is an object of its interface and of nothing else. */
  static boolean makes(InvokeDynamicInsnNode call) {
    return call.bsm.getOwner().equals(FACTORY) && call.bsm.getName().equals("metafactory");
  }

  ClassNode node() {
    return node;
  }

  /** What stands in place of the call: the same values captured, the same object left. */
  MethodInsnNode call() {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, node.name, "of", factory, false);
  }

  private static String field(int index) {
    return "a" + index;
  }

  private String constructed() {
    return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
  }

  private void constructor() {
    MethodVisitor code = node.visitMethod(Opcodes.ACC_PRIVATE, "<init>", constructed(), null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    int local = 1;
    for (int i = 0; i < captured.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), local);
      code.visitFieldInsn(Opcodes.PUTFIELD, node.name, field(i), captured[i].getDescriptor());
      local += captured[i].getSize();
    }
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void factory() {
    MethodVisitor code = node.visitMethod(Opcodes.ACC_STATIC, "of", factory, null, null);
    code.visitCode();
    code.visitTypeInsn(Opcodes.NEW, node.name);
    code.visitInsn(Opcodes.DUP);
    int local = 0;
    for (Type type : captured) {
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
      local += type.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, node.name, "<init>", constructed(), false);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /**
   * The one method of the interface.
   *
   * @param erased its type as the interface declares it
   * @param body the method that the lambda's body became, or that a reference names
   * @param meant its type with the interface's type arguments put in
   */
  private void method(String name, Type erased, Handle body, Type meant) {
    MethodVisitor code =
        node.visitMethod(Opcodes.ACC_PUBLIC, name, erased.getDescriptor(), null, null);
    code.visitCode();
    Type owner = Type.getObjectType(body.getOwner());
    boolean constructor = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    if (constructor) {
      code.visitTypeInsn(Opcodes.NEW, body.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    List<Type> wanted = new ArrayList<>();
    if (!constructor && body.getTag() != Opcodes.H_INVOKESTATIC) {
      wanted.add(owner);
    }
    wanted.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
    for (int i = 0; i < captured.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, node.name, field(i), captured[i].getDescriptor());
      Conversion.convert(code, captured[i], wanted.get(i));
    }
    Type[] given = erased.getArgumentTypes();
    Type[] typed = meant.getArgumentTypes();
    int local = 1;
    for (int i = 0; i < given.length; i++) {
      code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), local);
      local += given[i].getSize();
      Type target = wanted.get(captured.length + i);
      Conversion.convert(code, given[i], typed[i], target);
    }
    code.visitMethodInsn(
        opcode(body), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
    Type left = constructor ? owner : Type.getReturnType(body.getDesc());
    Type returned = erased.getReturnType();
    Conversion.convertResult(code, left, returned);
    code.visitInsn(returned.getOpcode(Opcodes.IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** A private method is called as any other by a member of its nest. */
  private static int opcode(Handle body) {
    return switch (body.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKESPECIAL, Opcodes.H_INVOKEINTERFACE ->
          body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
      default -> throw new IllegalStateException("a lambda over " + body);
    };
  }
}
