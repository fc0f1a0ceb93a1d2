package io.halfspread.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rules of the architecture, to be checked against any set of classes. */
final class ArchitectureRules {
    private static final String ROOT = "io.halfspread.";
    private static final String GENERATED = ROOT + "codec.event..";

    private static final DescribedPredicate<JavaClass> CODEC_BEYOND_NUMBERS = JavaClass.Predicates.resideInAPackage(
                    ROOT + "codec..")
            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(ROOT + "codec.decimal..")));

    private ArchitectureRules() {}

    static List<ArchRule> moduleOrder() {
        return List.of(
                moduleAvoids("codec", "engine", "gateway", "sim", "app"),
                moduleAvoids("engine", "gateway", "sim", "app"),
                moduleAvoids("gateway", "sim", "app"),
                moduleAvoids("sim", "engine", "gateway", "app"),
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "sim..")
                        .should()
                        .dependOnClassesThat(CODEC_BEYOND_NUMBERS)
                        .because("a simulator built on the product's decoders agrees with their mistakes"),
                noClasses()
                        .that()
                        .resideInAPackage("io.halfspread..")
                        .and()
                        .resideOutsideOfPackage(ROOT + "spark..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(ROOT + "spark..", "org.apache.spark..", "org.apache.hadoop..", "scala..")
                        .because("what trades has nothing of a cluster's on its class path"));
    }

    static List<ArchRule> engineKnowsNoVenue() {
        return List.of(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "engine..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                ROOT + "codec.json..", ROOT + "codec.hyperliquid..", "java.net..", "io.netty.."),
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "engine..")
                        .and()
                        .resideOutsideOfPackage(ROOT + "engine.capture..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("java.nio.file.."));
    }

    static ArchRule noPackageCycles() {
        return slices().matching(ROOT + "(**)").should().beFreeOfCycles();
    }

    static ArchRule noMutableStatics() {
        return fields().that().areStatic().should().beFinal();
    }

    static List<ArchRule> names() {
        return List.of(
                classes()
                        .that()
                        .resideOutsideOfPackage(GENERATED)
                        .should()
                        .haveNameNotMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Base)"),
                classes().that().areInterfaces().should().haveNameNotMatching(".*[.$]I[A-Z].*"),
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(ROOT + "codec..", ROOT + "engine..")
                        .and()
                        .areDeclaredInClassesThat()
                        .resideOutsideOfPackage(GENERATED)
                        .and()
                        .doNotHaveModifier(JavaModifier.SYNTHETIC)
                        .should()
                        .haveNameNotMatching("get[A-Z].*"));
    }

    private static ArchRule moduleAvoids(final String module, final String... avoided) {
        final String[] packages = new String[avoided.length];
        for (int i = 0; i < avoided.length; i++) {
            packages[i] = ROOT + avoided[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(ROOT + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }
}
