-- What happens by itself at set times, and what only one process may do at a time.

CREATE TABLE `Schedule` (
  `id` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `ledgerId` VARCHAR(191) NOT NULL,
  `kind` VARCHAR(191) NOT NULL,
  `cadence` TEXT NOT NULL,
  `payload` TEXT NOT NULL,
  `timeZone` VARCHAR(191) NOT NULL,
  `nextAt` DATETIME(3) NOT NULL,
  `wakeAt` DATETIME(3) NOT NULL,
  `lastAt` DATETIME(3) NULL,
  `state` VARCHAR(191) NOT NULL,
  `attempts` INT NOT NULL DEFAULT 0,
  `lastError` TEXT NULL,
  `leaseOwner` VARCHAR(191) NULL,
  `createdAt` DATETIME(3) NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  INDEX `Schedule_state_wakeAt_idx` (`state`, `wakeAt`),
  INDEX `Schedule_leaseOwner_idx` (`leaseOwner`),
  INDEX `Schedule_personId_kind_idx` (`personId`, `kind`),
  INDEX `Schedule_ledgerId_kind_idx` (`ledgerId`, `kind`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `RoleLease` (
  `name` VARCHAR(191) NOT NULL,
  `owner` VARCHAR(191) NOT NULL,
  `until` DATETIME(3) NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
