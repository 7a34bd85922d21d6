/** Who uses the desk in a test: with a mouse, or with the keyboard alone. */

/** A hand on a mouse. */
export const mouse = (page) => ({
  press: (it) => it.click(),
  write: async (it, text) => {
    await it.fill(text);
    await it.blur();
  },
  choose: (it, value) => it.selectOption(value),
  unfold: async (it) => (await it.evaluate((one) => one.parentElement.open)) || it.click(),
  day: async (it, day) => {
    await it.fill(day);
    await it.blur();
  },
  paste: (it, text) => pasted(page, it, text),
});

/** Pasting goes by the clipboard: here by its event, since a browser without a head has none. */
async function pasted(page, it, text) {
  await it.focus();
  await it.evaluate((one, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    one.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

/** So many steps with Tab at most. */
const FAR = 900;

/** A keyboard: what cannot be reached by Tab cannot be used. */
export function keyboard(page) {
  const reach = async (it) => {
    await it.waitFor();
    const wanted = await it.elementHandle();
    for (let step = 0; step < FAR; step++) {
      if (await wanted.evaluate((one) => one === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not reach ${it}`);
  };
  return {
    press: async (it) => {
      await reach(it);
      const isBox = await it.evaluate((one) => one.matches("input"));
      await page.keyboard.press(isBox ? "Space" : "Enter");
    },
    write: async (it, text) => {
      await reach(it);
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(text);
      await page.keyboard.press("Tab");
    },
    choose: async (it, value) => {
      await reach(it);
      const steps = await it.evaluate((one, value) => [...one.options].findIndex((option) => option.value === value || option.text === value) - one.selectedIndex, value);
      for (let ix = 0; ix < Math.abs(steps); ix++) await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
      await page.keyboard.press("Tab");
    },
    unfold: async (it) => {
      if (await it.evaluate((one) => one.parentElement.open)) return;
      await reach(it);
      await page.keyboard.press("Enter");
    },
    day: async (it, at) => {
      await reach(it);
      const [year, month, day, hour, minute] = at.split(/\D/);
      await page.keyboard.type(`${month}${day}${year}`);
      if (hour) {
        await page.keyboard.press("ArrowRight");
        const late = Number(hour) >= 12;
        await page.keyboard.type(`${String(Number(hour) % 12 || 12).padStart(2, "0")}${minute}${late ? "PM" : "AM"}`);
      }
      // Out of all parts of the field.
      while (await it.evaluate((one) => one === document.activeElement)) await page.keyboard.press("Tab");
    },
    paste: async (it, text) => {
      await reach(it);
      await pasted(page, it, text);
    },
  };
}
