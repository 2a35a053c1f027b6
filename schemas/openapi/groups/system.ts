/** How the reference groups the platform's own operations, and what they are called in Chinese. */
import type { Group } from "./group.ts";

/** Groups of the platform itself. */
export const systemGroups: readonly Group[] = [
  {
    tag: "system",
    name: ["系统", "System"],
    description: ["运行状态与接口说明", "health and this description"],
    operations: {
      getHealth: "接口是否可用，其版本与所在的区",
      getKeys: "本区签名所用的公钥",
      getOpenApi: "本接口的 OpenAPI 3.1 说明",
    },
  },
];
