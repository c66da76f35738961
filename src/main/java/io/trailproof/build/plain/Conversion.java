package io.trailproof.build.plain;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** How a value of one type becomes one of another, where the language converts silently. */
final class Conversion {
  private static final Type OBJECT = Type.getObjectType("java/lang/Object");

  private Conversion() {}

  /** From what an interface declares, through what its type arguments say, to what is wanted. */
  static void convert(MethodVisitor code, Type declared, Type meant, Type wanted) {
    if (isReference(declared) && isReference(wanted)) {
      convert(code, declared, wanted);
    } else {
      convert(code, declared, meant);
      convert(code, meant, wanted);
    }
  }

  /** From one type to another. */
  static void convert(MethodVisitor code, Type from, Type to) {
    if (from.equals(to)) {
      return;
    }
    if (isReference(from)) {
      if (isReference(to)) {
        cast(code, to);
      } else {
        Type box = unboxable(from) ? from : box(to);
        cast(code, from.equals(box) ? OBJECT : box);
        Type inside = primitive(box);
        code.visitMethodInsn(
            Opcodes.INVOKEVIRTUAL,
            box.getInternalName(),
            inside.getClassName() + "Value",
            Type.getMethodDescriptor(inside),
            false);
        widen(code, inside, to);
      }
    } else if (isReference(to)) {
      Type box = box(from);
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          box.getInternalName(),
          "valueOf",
          Type.getMethodDescriptor(box, from),
          false);
    } else {
      widen(code, from, to);
    }
  }

  /** From what a body leaves to what the interface returns, which may be nothing. */
  static void convertResult(MethodVisitor code, Type left, Type returned) {
    if (returned.getSort() != Type.VOID) {
      if (!(isReference(left) && isReference(returned))) {
        convert(code, left, returned);
      } else {
        cast(code, returned);
      }
    } else if (left.getSize() == 2) {
      code.visitInsn(Opcodes.POP2);
    } else if (left.getSize() == 1) {
      code.visitInsn(Opcodes.POP);
    }
  }

  private static void cast(MethodVisitor code, Type to) {
    if (!to.equals(OBJECT)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }

  static boolean isReference(Type type) {
    return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
  }

  private static void widen(MethodVisitor code, Type from, Type to) {
    if (from.getSort() == to.getSort()
        || (to.getSort() <= Type.INT && from.getSort() <= Type.INT)) {
      return;
    }
    int opcode =
        switch (from.getSort()) {
          case Type.LONG -> to.getSort() == Type.FLOAT ? Opcodes.L2F : Opcodes.L2D;
          case Type.FLOAT -> Opcodes.F2D;
          default ->
              switch (to.getSort()) {
                case Type.LONG -> Opcodes.I2L;
                case Type.FLOAT -> Opcodes.I2F;
                default -> Opcodes.I2D;
              };
        };
    code.visitInsn(opcode);
  }

  private static boolean unboxable(Type box) {
    return primitive(box).getSort() != Type.VOID;
  }

  private static Type primitive(Type box) {
    return switch (box.getInternalName()) {
      case "java/lang/Boolean" -> Type.BOOLEAN_TYPE;
      case "java/lang/Character" -> Type.CHAR_TYPE;
      case "java/lang/Byte" -> Type.BYTE_TYPE;
      case "java/lang/Short" -> Type.SHORT_TYPE;
      case "java/lang/Integer" -> Type.INT_TYPE;
      case "java/lang/Long" -> Type.LONG_TYPE;
      case "java/lang/Float" -> Type.FLOAT_TYPE;
      case "java/lang/Double" -> Type.DOUBLE_TYPE;
      default -> Type.VOID_TYPE;
    };
  }

  /** The class that boxes a primitive type. */
  static Type box(Type primitive) {
    return Type.getObjectType(
        switch (primitive.getSort()) {
          case Type.BOOLEAN -> "java/lang/Boolean";
          case Type.CHAR -> "java/lang/Character";
          case Type.BYTE -> "java/lang/Byte";
          case Type.SHORT -> "java/lang/Short";
          case Type.INT -> "java/lang/Integer";
          case Type.LONG -> "java/lang/Long";
          case Type.FLOAT -> "java/lang/Float";
          case Type.DOUBLE -> "java/lang/Double";
          default -> throw new IllegalArgumentException(primitive.getClassName());
        });
  }
}
