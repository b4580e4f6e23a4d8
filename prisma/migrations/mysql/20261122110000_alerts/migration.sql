-- What was said unasked, held back or dropped, and how people want to be spoken to.

CREATE TABLE `Notice` (
  `id` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `ledgerId` VARCHAR(191) NOT NULL,
  `rule` VARCHAR(191) NOT NULL,
  `key` VARCHAR(191) NOT NULL,
  `bucket` VARCHAR(60) NOT NULL,
  `severity` VARCHAR(191) NOT NULL,
  `stakeMinor` BIGINT NOT NULL,
  `facts` LONGTEXT NOT NULL,
  `state` VARCHAR(191) NOT NULL,
  `reason` VARCHAR(191) NULL,
  `messageId` VARCHAR(191) NULL,
  `conversation` VARCHAR(191) NULL,
  `createdAt` DATETIME(3) NOT NULL,
  `decidedAt` DATETIME(3) NOT NULL,
  `toldAt` DATETIME(3) NULL,
  `answeredAt` DATETIME(3) NULL,
  UNIQUE INDEX `Notice_personId_ledgerId_key_bucket_key` (`personId`, `ledgerId`, `key`, `bucket`),
  INDEX `Notice_personId_ledgerId_state_decidedAt_idx` (`personId`, `ledgerId`, `state`, `decidedAt`),
  INDEX `Notice_messageId_idx` (`messageId`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `AlertSettings` (
  `id` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `alerts` VARCHAR(191) NOT NULL,
  `digest` VARCHAR(191) NOT NULL,
  `digestTime` VARCHAR(191) NOT NULL,
  `quietFrom` VARCHAR(191) NULL,
  `quietTo` VARCHAR(191) NULL,
  `mutedUntil` DATETIME(3) NULL,
  `weeklyMost` INT NOT NULL,
  `urgent` VARCHAR(191) NOT NULL,
  `turnId` VARCHAR(191) NULL,
  `askedAt` DATETIME(3) NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
