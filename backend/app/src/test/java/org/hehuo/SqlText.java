package org.hehuo;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.tools.ToolProvider;

/**
 * Reads the source as the compiler does and follows each text that becomes a statement back to where it comes from: it is
 * fixed if it is put together of what stands in the source alone, through variables, parameters and records.
 */
final class SqlText {
    /** What takes SQL, and at which positions. */
    private static final Map<String, List<Integer>> SINKS = Map.ofEntries(
            Map.entry("Handle.createQuery", List.of(0)),
            Map.entry("Handle.createUpdate", List.of(0)),
            Map.entry("Handle.createScript", List.of(0)),
            Map.entry("Handle.createCall", List.of(0)),
            Map.entry("Handle.prepareBatch", List.of(0)),
            Map.entry("Handle.execute", List.of(0)),
            Map.entry("Handle.select", List.of(0)),
            Map.entry("Batch.add", List.of(0)),
            Map.entry("Configurable.define", List.of(1)),
            Map.entry("SqlStatement.define", List.of(1)),
            Map.entry("Statement.execute", List.of(0)),
            Map.entry("Connection.prepareStatement", List.of(0)),
            Map.entry("Select.of", List.of(0, 1)),
            Map.entry("Select.show", List.of(0)),
            Map.entry("Select.where", List.of(0)),
            Map.entry("Select.when", List.of(1)),
            Map.entry("Select.whether", List.of(1)),
            Map.entry("Select.newest", List.of(0, 1)),
            Map.entry("Sort.ascending", List.of(0, 1)),
            Map.entry("Sort.descending", List.of(0, 1)));

    private record Call(TreePath at, List<? extends ExpressionTree> arguments) {}

    private final Trees trees;
    private final Map<Element, List<Call>> calls = new HashMap<>();
    private final Set<Element> followed = new HashSet<>();

    private SqlText(JavacTask task) throws IOException {
        trees = Trees.instance(task);
        var units = task.parse();
        task.analyze();
        for (var unit : units) new Calls().scan(new TreePath(unit), null);
    }

    /** @return where a text that becomes a statement is not fixed: {@code Class.method: the argument} */
    static Set<String> notFixed(List<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-proc:none", "-Xlint:none", "-cp", System.getProperty("java.class.path"));
            var task = compiler.getTask(
                    null, files, problem -> {}, options, null, files.getJavaFileObjectsFromPaths(sources));
            return new SqlText((JavacTask) task).notFixed();
        }
    }

    private Set<String> notFixed() {
        var found = new TreeSet<String>();
        calls.forEach((method, uses) -> SINKS.getOrDefault(name(method), List.of())
                .forEach(position -> uses.stream()
                        .filter(call -> call.arguments.size() > position)
                        .filter(call -> !isFixed(argument(call, position)))
                        .forEach(call -> found.add(place(call.at) + ": " + call.arguments.get(position)))));
        return found;
    }

    private static String name(Element method) {
        return method.getEnclosingElement().getSimpleName() + "." + method.getSimpleName();
    }

    private static TreePath argument(Call call, int position) {
        return new TreePath(call.at, call.arguments.get(position));
    }

    private String place(TreePath path) {
        var within = path;
        while (!(within.getLeaf() instanceof MethodTree) && within.getParentPath() != null)
            within = within.getParentPath();
        var method = trees.getElement(within);
        return method == null ? path.getCompilationUnit().getSourceFile().getName() : name(method);
    }

    private boolean isFixed(TreePath path) {
        var type = trees.getTypeMirror(path);
        if (type != null && type.getKind().isPrimitive()) return true;
        return switch (path.getLeaf().getKind()) {
            case STRING_LITERAL -> true;
            case PARENTHESIZED, PLUS, CONDITIONAL_EXPRESSION ->
                parts(path.getLeaf()).allMatch(p -> isFixed(new TreePath(path, p)));
            case IDENTIFIER, MEMBER_SELECT, METHOD_INVOCATION -> isFixed(trees.getElement(path));
            default -> false;
        };
    }

    private static Stream<ExpressionTree> parts(Tree whole) {
        if (whole instanceof ParenthesizedTree inner) return Stream.of(inner.getExpression());
        if (whole instanceof BinaryTree sum) return Stream.of(sum.getLeftOperand(), sum.getRightOperand());
        var choice = (ConditionalExpressionTree) whole;
        return Stream.of(choice.getTrueExpression(), choice.getFalseExpression());
    }

    private boolean isFixed(Element named) {
        if (named instanceof VariableElement constant && constant.getConstantValue() != null) return true;
        // Who is asked for again while it is followed hangs on itself alone.
        if (!followed.add(named)) return true;
        try {
            return switch (named.getKind()) {
                case LOCAL_VARIABLE -> isInitialFixed(named);
                case FIELD -> isComponent(named) ? isGivenFixed(named) : isInitialFixed(named);
                case RECORD_COMPONENT, PARAMETER -> isGivenFixed(named);
                case METHOD -> isAnswerFixed((ExecutableElement) named);
                default -> false;
            };
        } finally {
            followed.remove(named);
        }
    }

    private boolean isInitialFixed(Element variable) {
        var path = trees.getPath(variable);
        return path != null
                && path.getLeaf() instanceof VariableTree declared
                && declared.getInitializer() != null
                && isFixed(new TreePath(path, declared.getInitializer()));
    }

    private static boolean isComponent(Element field) {
        return field.getEnclosingElement().getKind() == ElementKind.RECORD
                && !field.getModifiers().contains(Modifier.STATIC);
    }

    /** Whoever calls the method, or makes the record, gives something fixed. */
    private boolean isGivenFixed(Element parameter) {
        var owner = parameter.getEnclosingElement();
        var taker = parameter.getKind() == ElementKind.PARAMETER ? (ExecutableElement) owner : constructor(owner);
        int position = names(taker).indexOf(parameter.getSimpleName().toString());
        var uses = calls.getOrDefault(taker, List.of());
        return position >= 0 && !uses.isEmpty() && uses.stream().allMatch(call -> isFixed(argument(call, position)));
    }

    private static ExecutableElement constructor(Element owner) {
        return owner.getEnclosedElements().stream()
                .filter(e -> e.getKind() == ElementKind.CONSTRUCTOR)
                .map(ExecutableElement.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(ExecutableElement taker) {
        return taker.getParameters().stream()
                .map(p -> p.getSimpleName().toString())
                .toList();
    }

    private boolean isAnswerFixed(ExecutableElement method) {
        if (isComponent(method) && method.getParameters().isEmpty()) {
            return method.getEnclosingElement().getEnclosedElements().stream()
                    .filter(e -> e.getKind() == ElementKind.RECORD_COMPONENT)
                    .filter(e -> e.getSimpleName().equals(method.getSimpleName()))
                    .anyMatch(this::isGivenFixed);
        }
        var path = trees.getPath(method);
        if (path == null || !(path.getLeaf() instanceof MethodTree)) return false;
        var answers = new ArrayList<TreePath>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitReturn(ReturnTree answer, Void unused) {
                answers.add(new TreePath(getCurrentPath(), answer.getExpression()));
                return super.visitReturn(answer, null);
            }
        }.scan(path, null);
        return !answers.isEmpty() && answers.stream().allMatch(this::isFixed);
    }

    /** Who is called with what. */
    private final class Calls extends TreePathScanner<Void, Void> {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            keep(call.getArguments());
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void unused) {
            keep(made.getArguments());
            return super.visitNewClass(made, null);
        }

        private void keep(List<? extends ExpressionTree> arguments) {
            var called = trees.getElement(getCurrentPath());
            if (called != null) {
                calls.computeIfAbsent(called, c -> new ArrayList<>()).add(new Call(getCurrentPath(), arguments));
            }
        }
    }
}
