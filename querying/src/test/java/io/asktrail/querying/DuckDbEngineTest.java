package io.asktrail.querying;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;

class DuckDbEngineTest extends EngineContract {
    private static final long LOOKED_AT_NS = 200_000_000;

    DuckDbEngineTest() {
        super(SampleFiles.connections());
    }

    @Override
    String forMinutes() {
        return "(select count(*) from range(1000000) a, range(100000000) b where a.range * b.range % 7 = 3)";
    }

    // DuckDB keeps no list of what it runs; nothing else in this process works hard while these tests wait.
    @Override
    int stillAtIt() {
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var before = process.getProcessCpuTime();
        LockSupport.parkNanos(LOOKED_AT_NS);
        return process.getProcessCpuTime() - before > LOOKED_AT_NS / 2 ? 1 : 0;
    }
}
