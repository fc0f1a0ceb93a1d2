package io.halfspread.fuzz;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Runs a fuzz test on the seeds and the kept corpus of its class, which are named after it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(KeptInputs.Provider.class)
public @interface KeptInputs {
    /** Reads the inputs. */
    final class Provider implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(
                final ParameterDeclarations parameters, final ExtensionContext context) throws IOException {
            final String target = context.getRequiredTestClass().getSimpleName().replace("FuzzTest", "");
            return Inputs.of(target).stream().map(Arguments::of);
        }
    }
}
