package dev.flagledger.conformance.webhook;

import java.nio.file.Path;

/** A receiver among the examples. */
enum ReceiverProgram {
    JAVA(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "Receiver.java"),
    NODE("node", "receiver.mjs");

    private final String interpreter;
    private final String file;

    ReceiverProgram(String interpreter, String file) {
        this.interpreter = interpreter;
        this.file = file;
    }

    String interpreter() {
        return interpreter;
    }

    String file() {
        return file;
    }
}
