package dev.flagledger.command.environment;

import java.util.List;

/** The labels under which Flagsmith's SDKs report the first evaluation in an environment. */
final class SdkLabels {

    static final List<String> ALL = List.of(
            "flagsmith-dotnet-sdk",
            "flagsmith-elixir-sdk",
            "flagsmith-flutter-sdk",
            "flagsmith-go-sdk",
            "flagsmith-java-sdk",
            "flagsmith-js-sdk",
            "flagsmith-kotlin-android-sdk",
            "flagsmith-nodejs-sdk",
            "flagsmith-php-sdk",
            "flagsmith-python-sdk",
            "flagsmith-ruby-sdk",
            "flagsmith-rust-sdk",
            "flagsmith-swift-ios-sdk",
            "unknown");

    private SdkLabels() {}
}
