package org.xiangpin.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {

  @Test
  void refusesADiskThatIsTooFullAndSaysHowMuchIsWanted(@TempDir Path folder) {
    CannotStart refusal =
        assertThrows(CannotStart.class, () -> DiskSpace.require(folder, 9_000_000_000_000_000L));
    assertEquals(74, refusal.exitCode());
    assertTrue(refusal.getMessage().contains("9000000000 MB"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("XIANGPIN_DATA"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("磁盘空间不足"), refusal.getMessage());
  }
}
