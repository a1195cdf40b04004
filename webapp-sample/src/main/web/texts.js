/** What the pages say, in English and Chinese; `{name}` stands for a value. What is wrong with a form, the server says. */
const catalogue = {
  en: {
    service: "Customer service",
    forAgents: "For agents",
    headline: "Good furniture. Good answers.",
    lead: "Ask about an order, a repair or a piece you have in mind. A person from our workshop answers, here and now.",
    chat: "Chat with us",
    finding: "Finding someone for you …",
    served: "{name} is here for you",
    servedLater: "{name} is away and will read this later",
    nobody: "Nobody is at the desk. Leave a message: the next agent finds it.",
    conversation: "Conversation",
    sayHello: "Say hello: we are glad to help.",
    nothingYet: "Nothing was said yet.",
    yourMessage: "Your message",
    writeMessage: "Write a message",
    yourAnswer: "Your answer",
    writeAnswer: "Write an answer",
    send: "Send",
    attach: "Attach a file",
    dropHere: "Drop the file to send it",
    connected: "Connected",
    connecting: "Connecting",
    offline: "No connection. What you write is kept and sent as soon as it is back.",
    typing: "{name} is typing …",
    customerTyping: "Typing …",
    unread: "{count} unread",
    earlier: "Earlier messages",
    you: "You",
    today: "Today",
    yesterday: "Yesterday",
    sending: "Sending",
    sent: "Sent",
    delivered: "Delivered",
    read: "Read",
    refused: "Not delivered",
    tooLarge: "Too large: up to 10 MB",
    waitingForNetwork: "Goes on when the connection is back",
    paused: "Paused at {percent}",
    progress: "{done} of {total} · {speed}/s · {left} left",
    starting: "Starting …",
    storing: "Almost done …",
    pause: "Pause",
    resume: "Resume",
    cancel: "Cancel",
    uploading: "Uploading {name}",
    picture: "Picture {name}",
    pictureTitle: "Send us a picture or a receipt",
    pictureLead: "It helps us to see what you see.",
    yourName: "Your name",
    nameTip: "6 to 20 characters",
    file: "File",
    fileTip: "Up to 10 MB",
    upload: "Upload",
    uploaded: "Thank you, we have it.",
    uploadWrong: "Please check: {tips}",
    comma: "; ",
    uploadFailed: "It did not reach us. Please try again.",
    signInTitle: "Sign in to the desk",
    agent: "Agent",
    password: "Password",
    signIn: "Sign in",
    signOut: "Sign out",
    demo: "For this demo: mia with oak-and-ash, or leo with elm-and-yew.",
    noServer: "The server does not answer. Please try again.",
    desk: "Desk",
    search: "Search the history",
    found: "{count} found",
    foundNothing: "Nothing was found.",
    waiting: "Waiting for you",
    answered: "Answered",
    guest: "Guest {id}",
    queueEmpty: "Nobody waits. New customers appear here by themselves.",
    notWritten: "Has not written yet",
    pick: "Pick a conversation",
    pickText: "Or wait: the next customer is yours.",
    lost: "There is no such conversation",
    lostText: "Perhaps the address is not complete.",
    allConversations: "All conversations",
    online: "Online",
    away: "Away",
    waitsFor: "Waits for {time}",
    colleagues: "Colleagues",
    handOver: "Hand over",
    handOverTo: "Hand over to {name}",
    noColleague: "No colleague is here.",
    done: "Done",
    take: "Take over",
    servedBy: "{name} serves this customer.",
    isClosed: "This conversation is done. It opens again when the customer writes.",
    isFree: "Nobody serves this customer now.",
    canned: "Ready answers",
    live: "Live",
    liveCustomers: "Customers",
    liveWaiting: "Waiting",
    liveLongest: "Longest wait",
    livePerMinute: "Messages a minute",
    liveConnections: "Connections",
    liveTransports: "{websocket} WebSocket · {polling} polling",
    noSuchPage: "There is no such page",
    backToShop: "Back to the shop",
    "canned.1": "Hello, good to hear from you! How can I help?",
    "canned.2": "One moment please, I will look it up.",
    "canned.3": "Could you send us a picture of it?",
    "canned.4": "It is in stock and leaves our workshop within two days.",
    "canned.5": "Thank you for writing to us. Have a good day!",
  },
  zh: {
    service: "客服中心",
    forAgents: "客服登录",
    headline: "好家具，好回答。",
    lead: "订单、维修，或者您想要的家具，都可以问我们。工坊的同事会马上回答您。",
    chat: "在线咨询",
    finding: "正在为您寻找客服……",
    served: "{name} 正在为您服务",
    servedLater: "{name} 暂时离开，稍后会看到您的消息",
    nobody: "现在没有客服在线。请留言，下一位客服会看到。",
    conversation: "对话",
    sayHello: "您好，很高兴为您服务。",
    nothingYet: "还没有消息。",
    yourMessage: "您的消息",
    writeMessage: "输入消息",
    yourAnswer: "您的回复",
    writeAnswer: "输入回复",
    send: "发送",
    attach: "添加文件",
    dropHere: "松开即可发送文件",
    connected: "已连接",
    connecting: "正在连接",
    offline: "连接已断开。您写的内容会保留，恢复后自动发送。",
    typing: "{name} 正在输入……",
    customerTyping: "正在输入……",
    unread: "{count} 条未读",
    earlier: "更早的消息",
    you: "您",
    today: "今天",
    yesterday: "昨天",
    sending: "发送中",
    sent: "已发送",
    delivered: "已送达",
    read: "已读",
    refused: "未送达",
    tooLarge: "文件太大：最多 10 MB",
    waitingForNetwork: "恢复连接后继续上传",
    paused: "已暂停 {percent}",
    progress: "{done} / {total} · {speed}/秒 · 剩余 {left}",
    starting: "正在开始……",
    storing: "即将完成……",
    pause: "暂停",
    resume: "继续",
    cancel: "取消",
    uploading: "正在上传 {name}",
    picture: "图片 {name}",
    pictureTitle: "发送图片或收据",
    pictureLead: "让我们看到您看到的。",
    yourName: "用户名",
    nameTip: "6 到 20 个字符",
    file: "文件",
    fileTip: "最多 10 MB",
    upload: "上传",
    uploaded: "上传成功！",
    uploadWrong: "校验错误：{tips}",
    comma: "；",
    uploadFailed: "上传失败，请重试。",
    signInTitle: "登录客服台",
    agent: "客服",
    password: "密码",
    signIn: "登录",
    signOut: "退出",
    demo: "演示账号：mia（密码 oak-and-ash）或 leo（密码 elm-and-yew）。",
    noServer: "服务器没有响应，请重试。",
    desk: "客服台",
    search: "搜索历史消息",
    found: "找到 {count} 条",
    foundNothing: "没有找到。",
    waiting: "等待回复",
    answered: "已回复",
    guest: "访客 {id}",
    queueEmpty: "没有人在等待。新的顾客会自动出现在这里。",
    notWritten: "还没有写消息",
    pick: "请选择一个对话",
    pickText: "或者稍等：下一位顾客由您服务。",
    lost: "没有这个对话",
    lostText: "地址可能不完整。",
    allConversations: "所有对话",
    online: "在线",
    away: "离开",
    waitsFor: "已等待 {time}",
    colleagues: "同事",
    handOver: "转交",
    handOverTo: "转交给 {name}",
    noColleague: "没有同事在线。",
    done: "完成",
    take: "接手",
    servedBy: "{name} 正在为这位顾客服务。",
    isClosed: "这个对话已完成。顾客再次来信时会重新打开。",
    isFree: "现在没有人为这位顾客服务。",
    canned: "常用回复",
    live: "实时",
    liveCustomers: "在线顾客",
    liveWaiting: "等待中",
    liveLongest: "最长等待",
    livePerMinute: "每分钟消息",
    liveConnections: "连接",
    liveTransports: "{websocket} 个 WebSocket · {polling} 个轮询",
    noSuchPage: "没有这个页面",
    backToShop: "返回商店",
    "canned.1": "您好，很高兴为您服务！请问有什么可以帮您？",
    "canned.2": "请稍等，我查一下。",
    "canned.3": "可以发一张图片给我们吗？",
    "canned.4": "有现货，两天内从工坊发出。",
    "canned.5": "感谢您的来信，祝您愉快！",
  },
};

export const language = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in catalogue) ?? "en";
const locale = navigator.languages.find((tag) => tag.startsWith(language)) ?? language;

/** Returns the text with its values. */
export function t(key, values = {}) {
  return catalogue[language][key].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? "");
}

/** Puts the texts into a page: `data-t` names that of an element, `data-t-placeholder` and the like those of its attributes. */
export function localise(root) {
  for (const element of root.querySelectorAll("*")) {
    for (const [name, key] of Object.entries(element.dataset)) {
      if (name === "t") {
        element.textContent = t(key);
      } else if (/^t[A-Z]/.test(name)) {
        element.setAttribute(name === "tEmpty" ? "data-empty" : attribute(name), t(key));
      }
    }
  }
}

const attribute = (name) => (name === "tLabel" ? "aria-label" : name.slice(1).toLowerCase());

const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
const date = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
const percent = new Intl.NumberFormat(locale, { style: "percent" });

export const timeOf = (at) => time.format(new Date(at));
export const percentOf = (part) => percent.format(part);

export function dayOf(at) {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);
  return days === 0 ? t("today") : days === 1 ? t("yesterday") : date.format(new Date(at));
}

/** Returns how long something takes: `5 s`, `3 min`, `2 h`. */
export function durationOf(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const [value, unit] =
    seconds < 60 ? [seconds, "second"] : seconds < 3600 ? [Math.floor(seconds / 60), "minute"] : [Math.floor(seconds / 3600), "hour"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(value);
}

export function sizeOf(bytes) {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 }).format(value);
}
