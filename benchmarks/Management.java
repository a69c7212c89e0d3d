import com.sun.tools.attach.VirtualMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What a Java process and its operating system say of it. */
record Management(long process, MBeanServerConnection beans) {

    /** Has the process open itself to management. */
    static Management of(Process process) throws Exception {
        var machine = VirtualMachine.attach(Long.toString(process.pid()));
        try {
            var address = new JMXServiceURL(machine.startLocalManagementAgent());
            return new Management(
                    process.pid(), JMXConnectorFactory.connect(address).getMBeanServerConnection());
        } finally {
            machine.detach();
        }
    }

    /** The bytes that all of its threads have allocated since it began. */
    long allocated() throws Exception {
        return attribute("java.lang:type=Threading", "TotalThreadAllocatedBytes");
    }

    /** The number of its threads; virtual ones do not count. */
    long threads() throws Exception {
        return attribute("java.lang:type=Threading", "ThreadCount");
    }

    long openFiles() throws Exception {
        return attribute("java.lang:type=OperatingSystem", "OpenFileDescriptorCount");
    }

    /** The bytes of it that are in memory. */
    long resident() throws Exception {
        return resident(process);
    }

    /** Prints what an operation allocates, from the rate at which it is done. */
    void printAllocation(String what, Load load) throws Exception {
        var duration = Duration.ofSeconds(4);
        long before = allocated();
        double done = load.perSecond(duration) * duration.toSeconds();
        System.out.printf("allocated for %s: %.0f bytes%n", what, (allocated() - before) / done);
    }

    /** The bytes of a process that are in memory; 0 where the system has no {@code /proc}. */
    static long resident(long process) throws Exception {
        var status = Path.of("/proc/" + process + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        var line = Files.readAllLines(status).stream().filter(text -> text.startsWith("VmRSS:")).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
    }

    private long attribute(String bean, String name) throws Exception {
        return ((Number) beans.getAttribute(new ObjectName(bean), name)).longValue();
    }
}
