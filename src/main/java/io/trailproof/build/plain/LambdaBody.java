package io.trailproof.build.plain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** What one lambda or method reference does, as one of several in a class of its host's. */
final class LambdaBody {
  private static final Type OBJECT = Type.getObjectType("java/lang/Object");

  /**
   * A value that it holds.
   *
   * @param type what the host gives
   * @param held the type of the field, which lambdas share
   */
  record Capture(Type type, Type held, String field) {}

  /** The kinds of field. */
  private enum Held {
    OBJECT,
    INT,
    LONG,
    FLOAT,
    DOUBLE;

    private static Held of(Type type) {
      return switch (type.getSort()) {
        case Type.LONG -> LONG;
        case Type.FLOAT -> FLOAT;
        case Type.DOUBLE -> DOUBLE;
        case Type.OBJECT, Type.ARRAY -> OBJECT;
        default -> INT;
      };
    }

    private Type type() {
      return switch (this) {
        case OBJECT -> LambdaBody.OBJECT;
        case INT -> Type.INT_TYPE;
        case LONG -> Type.LONG_TYPE;
        case FLOAT -> Type.FLOAT_TYPE;
        case DOUBLE -> Type.DOUBLE_TYPE;
      };
    }
  }

  private final String owner;
  private final String name;
  private final Type type;
  private final Type erased;
  private final Handle body;
  private final Type meant;
  private final List<Capture> captures = new ArrayList<>();
  private final Predicate<Type> isInterface;

  /**
   * That of a call.
   *
   * @param owner the class that it goes into
   */
  LambdaBody(InvokeDynamicInsnNode call, String owner, Predicate<Type> isInterface) {
    this.owner = owner;
    this.isInterface = isInterface;
    name = call.name;
    type = Type.getReturnType(call.desc);
    erased = (Type) call.bsmArgs[0];
    body = (Handle) call.bsmArgs[1];
    meant = (Type) call.bsmArgs[2];
    Map<Held, Integer> counts = new EnumMap<>(Held.class);
    for (Type captured : Type.getArgumentTypes(call.desc)) {
      Held held = Held.of(captured);
      int before = counts.merge(held, 1, Integer::sum) - 1;
      captures.add(
          new Capture(captured, held.type(), held.type().getDescriptor().charAt(0) + "" + before));
    }
  }

  /** The name of the interface's method. */
  String name() {
    return name;
  }

  /** The interface. */
  Type type() {
    return type;
  }

  /** The type of its method as the interface declares it. */
  Type erased() {
    return erased;
  }

  List<Capture> captures() {
    return captures;
  }

  /** The type of the constructor that takes what it holds, and which lambda it is. */
  String constructor() {
    return Type.getMethodDescriptor(Type.VOID_TYPE, taken());
  }

  /** The type of the method that makes one. */
  String factory() {
    return Type.getMethodDescriptor(type, taken());
  }

  private Type[] taken() {
    List<Type> all = new ArrayList<>();
    captures.forEach(capture -> all.add(capture.held()));
    all.add(Type.INT_TYPE);
    return all.toArray(new Type[0]);
  }

  /**
   * Writes what the interface's method does if it is this lambda's.
   *
   * <p>What is wanted as an interface is not cast to it: the virtual machine takes any object where
   * an interface stands, and finds the method as it is called. To ask whether an object has an
   * interface is slow where its class has several, as these classes have and lists: each class
   * remembers one answer, and threads that ask about different ones overwrite it for each other.
   */
  void write(MethodVisitor code) {
    Type holder = Type.getObjectType(body.getOwner());
    boolean constructor = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    if (constructor) {
      code.visitTypeInsn(Opcodes.NEW, body.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    List<Type> wanted = new ArrayList<>();
    if (!constructor && body.getTag() != Opcodes.H_INVOKESTATIC) {
      wanted.add(holder);
    }
    wanted.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
    for (int i = 0; i < captures.size(); i++) {
      Capture capture = captures.get(i);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, owner, capture.field(), capture.held().getDescriptor());
      if (!capture.held().equals(OBJECT)) {
        Conversion.convert(code, capture.type(), wanted.get(i));
      } else if (!isInterface.test(wanted.get(i))) {
        Conversion.convert(code, OBJECT, capture.type(), wanted.get(i));
      }
    }
    Type[] given = erased.getArgumentTypes();
    Type[] typed = meant.getArgumentTypes();
    int local = 1;
    for (int i = 0; i < given.length; i++) {
      code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), local);
      local += given[i].getSize();
      Type target = wanted.get(captures.size() + i);
      if (!Conversion.isReference(given[i]) || !isInterface.test(target)) {
        Conversion.convert(code, given[i], typed[i], target);
      }
    }
    code.visitMethodInsn(
        opcode(body), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
    Type left = constructor ? holder : Type.getReturnType(body.getDesc());
    Type returned = erased.getReturnType();
    Conversion.convertResult(code, left, returned);
    code.visitInsn(returned.getOpcode(Opcodes.IRETURN));
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
