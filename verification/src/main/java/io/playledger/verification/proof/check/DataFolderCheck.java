package io.playledger.verification.proof.check;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Every check on the data folder of a stopped server and on what its clients wrote down. */
public final class DataFolderCheck {

  private DataFolderCheck() {}

  /**
   * Runs them and prints what they found.
   *
   * @param journals files and folders
   * @return whether all is clean; a database that cannot be read is not
   */
  public static boolean run(Path dataFolder, List<Path> journals, PrintStream out) {
    try (CheckTarget target = CheckTarget.in(dataFolder)) {
      CheckReport report = new Checker(target, CheckSettings.everything(journals)).run();
      report.lines().forEach(out::println);
      return report.clean();
    } catch (SQLException e) {
      out.println("The database cannot be checked: " + e.getMessage());
      return false;
    }
  }
}
