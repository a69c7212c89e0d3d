package dev.flagledger.webhook.sending;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Issues certificates for receivers, by the JDK's own tool. Each is valid for two days. */
record TestAuthority(Path store, Path trusted) {

    static final String PASSWORD = "changeit";

    private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");

    static TestAuthority in(Path directory) throws GeneralSecurityException, IOException {
        var authority = new TestAuthority(directory.resolve("keys.p12"), directory.resolve("trusted.p12"));
        authority.make("authority", "-dname", "CN=authority", "-ext", "bc:c=ca:true", "-validity", "2");
        var trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("authority", authority.keys().getCertificate("authority"));
        try (var file = Files.newOutputStream(authority.trusted)) {
            trust.store(file, PASSWORD.toCharArray());
        }
        return authority;
    }

    /**
     * Issues a certificate.
     *
     * @param start when it becomes valid, as keytool writes it: {@code -1d} is yesterday
     */
    void issue(String name, String host, String start) throws IOException {
        make(
                name,
                "-signer",
                "authority",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + host,
                "-startdate",
                start,
                "-validity",
                "2");
    }

    /** Makes a certificate that signs itself. */
    void issueItself(String name, String host) throws IOException {
        make(name, "-dname", "CN=" + name, "-ext", "san=dns:" + host, "-validity", "2");
    }

    /** Listens on loopback with this certificate. */
    ServerSocket serverSocket(String name) throws GeneralSecurityException, IOException {
        var password = PASSWORD.toCharArray();
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(name, keys().getKey(name, password), password, keys().getCertificateChain(name));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(own, password);
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private KeyStore keys() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private void make(String name, String... options) throws IOException {
        var command = new ArrayList<>(List.of(KEYTOOL.toString(), "-genkeypair", "-alias", name, "-keyalg", "EC"));
        command.addAll(List.of("-storepass", PASSWORD, "-keystore", store.toString()));
        command.addAll(List.of(options));
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(new File(store + ".log"))
                    .start();
            if (process.waitFor() != 0) {
                throw new AssertionError("keytool failed: " + Files.readString(Path.of(store + ".log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
