package nexus.app.probes;

import java.io.IOException;
import java.util.Set;
import nexus.spi.BackendProbe;
import nexus.spi.Question;
import nexus.spi.Reading;

/// Providers as a stranger's jar may hold them.
public final class FaultyProbes {

    private FaultyProbes() {}

    private abstract static class Named implements BackendProbe {
        private final String type;

        Named(String type) {
            this.type = type;
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public Question question() {
            return Question.get("/", answer -> Reading.ready());
        }
    }

    /// Works.
    public static final class Good extends Named {
        public Good() {
            super("good");
        }

        @Override
        public Set<String> aliases() {
            return Set.of("go-od", "good");
        }
    }

    /// Its class can't be initialised.
    public static final class BrokenStatic extends Named {
        private static final int VALUE = Integer.parseInt("no\u001b[31m\nnumber");

        public BrokenStatic() {
            super("static" + VALUE);
        }
    }

    /// Its constructor throws.
    public static final class BrokenConstructor extends Named {
        public BrokenConstructor() {
            super("constructor");
            throw new IllegalStateException("no licence");
        }
    }

    /// Its constructor throws what isn't caught, as a rule.
    public static final class ExhaustedConstructor extends Named {
        public ExhaustedConstructor() {
            super("exhausted");
            throw new OutOfMemoryError("tried");
        }
    }

    /// Throws what it doesn't declare.
    public static final class UndeclaredType extends Named {
        public UndeclaredType() {
            super("x");
        }

        @Override
        public String type() {
            return Undeclared.thrown(new IOException("undeclared"));
        }
    }

    /// Was compiled against another contract.
    public static final class BrokenType extends Named {
        public BrokenType() {
            super("x");
        }

        @Override
        public String type() {
            throw new AbstractMethodError("type()");
        }
    }

    /// No user could write its name.
    public static final class BadType extends Named {
        public BadType() {
            super("Bad Type");
        }
    }

    /// One of its spellings is no spelling.
    public static final class BadAlias extends Named {
        public BadAlias() {
            super("badalias");
        }

        @Override
        public Set<String> aliases() {
            return Set.of("under_score");
        }
    }

    /// Asks nothing.
    public static final class NoQuestion extends Named {
        public NoQuestion() {
            super("noquestion");
        }

        @Override
        public Question question() {
            return null;
        }
    }

    /// Claims a type that Nexus brings along.
    public static final class SecondOllama extends Named {
        public SecondOllama() {
            super("ollama");
        }
    }

    /// Claims another probe's spelling.
    public static final class AliasThief extends Named {
        public AliasThief() {
            super("thief");
        }

        @Override
        public Set<String> aliases() {
            return Set.of("llama.cpp");
        }
    }
}
