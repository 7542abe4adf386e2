package org.hehuo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hehuo.kernel.http.Idempotent;
import org.junit.jupiter.api.Test;

/** Who may know whom, and what stands where. Each rule has a fault planted for it, in {@code planted/}, that it must catch. */
class ArchitectureTest {
    /** Top to bottom. A package uses floors below its own, never its own floor's others or a higher one. */
    static final List<Set<String>> FLOORS = List.of(
            Set.of("demo"),
            Set.of("events", "audit", "inbox"),
            Set.of("applications", "reassignments", "matching", "meetings"),
            Set.of("claims"),
            Set.of("projects"),
            Set.of("topics"),
            Set.of("appeals", "capabilities", "imports", "moderation"),
            Set.of("partners", "calls", "delivery"),
            Set.of("evaluations", "notifications"),
            Set.of("people"),
            Set.of("programme"),
            Set.of("areas", "categories", "media", "search"),
            Set.of("kernel"));

    private static final Set<Class<? extends Annotation>> GUARDS =
            Set.of(RolesAllowed.class, PermitAll.class, DenyAll.class, Authenticated.class);

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.hehuo")
            .that(DescribedPredicate.not(resideInAPackage("org.hehuo.devstack..")));
    private static final JavaClasses PLANTED = new ClassFileImporter().importPath(Planted.compiled());

    @Test
    void eachPackageStandsOnOneFloor() {
        var placed = FLOORS.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        var real = PRODUCT.stream()
                .map(c -> c.getPackageName().split("\\."))
                .filter(parts -> parts.length > 2)
                .map(parts -> parts[2])
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(placed, real);
    }

    @Test
    void aPackageUsesLowerFloorsOnly() {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String room : FLOORS.get(floor)) usesOnlyLower(room, floor).check(PRODUCT);
        }
        assertCaught(looksUp("planted", "claims"));
    }

    private static ArchRule usesOnlyLower(String room, int floor) {
        var forbidden = FLOORS.subList(0, floor + 1).stream()
                .flatMap(Set::stream)
                .filter(other -> !other.equals(room))
                .toArray(String[]::new);
        return looksUp(room, forbidden);
    }

    private static ArchRule looksUp(String room, String... forbidden) {
        var packages =
                Arrays.stream(forbidden).map(f -> "org.hehuo." + f + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("org.hehuo." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }

    @Test
    void thereIsNoCycle() {
        slices().matching("org.hehuo.(*)..").should().beFreeOfCycles().check(PRODUCT);
        assertCaught(slices().matching("org.hehuo.planted.(*)..").should().beFreeOfCycles());
    }

    @Test
    void whatBelongsToAFeatureAloneIsNotPublic() {
        holds(noClasses()
                .that(simpleNameEndingWith("Resource")
                        .or(simpleNameEndingWith("Queries"))
                        .or(simpleNameEndingWith("Query")))
                .should()
                .bePublic());
    }

    @Test
    void anOperationIsPublicForOthersAreSilentlyDropped() {
        holds(methods().that(areOperations()).should().bePublic());
    }

    @Test
    void anOperationSaysWhoMayKnock() {
        holds(methods().that(areOperations()).should(carry(GUARDS)));
    }

    /** Somewhere else a rule for all of a class swallowed the rule of a method (CVE-2019-16377). */
    @Test
    void anOperationSaysItOnce() {
        holds(methods().that(areOperations()).should(sayOnceWhoMayKnock()));
    }

    @Test
    void noOtherProgramIsStarted() {
        holds(noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class, Runtime.class));
    }

    @Test
    void whatMakesSomethingCanBeRepeatedSafely() {
        holds(methods()
                .that(areOperations())
                .and()
                .areAnnotatedWith(POST.class)
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.describe(
                        "make something themselves",
                        // Signing in makes nothing; what is uploaded is read before the service that keeps it begins.
                        c -> !Set.of("LoginResource", "PhotoResource", "ImportUploadResource")
                                .contains(c.getSimpleName())))
                .should(carry(Set.of(Idempotent.class))));
    }

    @Test
    void transactionsAreTheServicesBusiness() {
        holds(noMethods()
                .that()
                .areDeclaredInClassesThat(simpleNameEndingWith("Resource")
                        .or(simpleNameEndingWith("Queries"))
                        .as("resources and queries"))
                .should()
                .beAnnotatedWith(Transactional.class));
        holds(noClasses()
                .that(simpleNameEndingWith("Resource").or(simpleNameEndingWith("Queries")))
                .should()
                .beAnnotatedWith(Transactional.class)
                .allowEmptyShould(true));
    }

    @Test
    void httpStaysInResourcesAndTheKernel() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("org.hehuo.kernel..")
                .and(DescribedPredicate.not(isHttp()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy.."));
    }

    /** A resource, the query that it takes, and what is written inside either. */
    private static DescribedPredicate<JavaClass> isHttp() {
        return DescribedPredicate.describe(
                "resources and queries", c -> c.getName().matches(".*(Resource|Query)(\\$.*)?"));
    }

    @Test
    void aResourceReachesNoTable() {
        holds(noClasses()
                .that(simpleNameEndingWith("Resource"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "java.sql.."));
    }

    @Test
    void nowComesFromTheClock() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("org.hehuo.kernel.time..")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "asks the machine",
                        call -> isMachineClock(call.getTarget().getFullName()))));
    }

    private static boolean isMachineClock(String method) {
        return method.matches("java\\.time\\.\\w+\\.now\\(.*|java\\.lang\\.System\\.currentTimeMillis\\(\\)");
    }

    /** They can stop all of them at once on this Java (docs/decisions/0023). One conversation at a time has nobody to wait for. */
    @Test
    void nobodyWorksOnVirtualThreads() {
        holds(noClasses()
                .that()
                .doNotHaveSimpleName("Smtp")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "begins a virtual thread",
                        call -> call.getTarget().getName().matches(".*[vV]irtual(Thread.*)?")))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(RunOnVirtualThread.class));
    }

    @Test
    void nothingIsPrinted() {
        holds(noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace"));
    }

    /** True of the product, and able to fail: it catches what is planted for it. */
    private static void holds(ArchRule rule) {
        rule.check(PRODUCT);
        assertCaught(rule);
    }

    private static void assertCaught(ArchRule rule) {
        assertThrows(AssertionError.class, () -> rule.check(PLANTED), rule::getDescription);
    }

    private static DescribedPredicate<JavaMethod> areOperations() {
        return DescribedPredicate.describe(
                "are operations",
                method -> method.getOwner().isAnnotatedWith(Path.class)
                        && method.getAnnotations().stream()
                                .map(JavaAnnotation::getRawType)
                                .anyMatch(type -> type.isAnnotatedWith(HttpMethod.class)));
    }

    /** One of these stands on the method or on its class. */
    private static ArchCondition<JavaMethod> carry(Set<Class<? extends Annotation>> annotations) {
        return ArchCondition.from(DescribedPredicate.describe(
                "carry one of " + annotations,
                method -> annotations.stream()
                        .anyMatch(a ->
                                method.isAnnotatedWith(a) || method.getOwner().isAnnotatedWith(a))));
    }

    private static ArchCondition<JavaMethod> sayOnceWhoMayKnock() {
        return ArchCondition.from(DescribedPredicate.describe(
                "say once who may knock",
                method -> GUARDS.stream()
                                .mapToInt(g -> (method.isAnnotatedWith(g) ? 1 : 0)
                                        + (method.getOwner().isAnnotatedWith(g) ? 1 : 0))
                                .sum()
                        <= 1));
    }
}
